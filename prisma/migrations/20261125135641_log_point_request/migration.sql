-- AlterTable
ALTER TABLE "log_point" ADD COLUMN     "request_id" UUID;

-- AddForeignKey
ALTER TABLE "log_point" ADD CONSTRAINT "log_point_street_id_request_id_fkey" FOREIGN KEY ("street_id", "request_id") REFERENCES "request"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
