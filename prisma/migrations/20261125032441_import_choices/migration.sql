-- AlterTable
ALTER TABLE "import" ADD COLUMN     "choices" JSONB;
