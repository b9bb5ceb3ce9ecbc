-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "community_id" UUID;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_street_id_community_id_fkey" FOREIGN KEY ("street_id", "community_id") REFERENCES "community"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What another system numbers, such as the 12345 hotline, is one request here, however often it is sent.
CREATE UNIQUE INDEX request_once_by_source_number ON request (street_id, source, source_number)
  WHERE source_number IS NOT NULL AND source IN ('hotline', 'open311');
