DROP INDEX "attachments_file";--> statement-breakpoint
CREATE INDEX "attachments_file" ON "attachments" USING btree ("file_id");