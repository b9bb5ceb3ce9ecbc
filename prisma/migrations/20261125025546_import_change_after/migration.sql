-- AlterTable
ALTER TABLE "import_change" DROP COLUMN "version",
ADD COLUMN     "after" TEXT;
