-- AlterTable
ALTER TABLE "provider" ADD COLUMN     "offers" TEXT;
