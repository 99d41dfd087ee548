DROP INDEX `attachments_file`;--> statement-breakpoint
CREATE INDEX `attachments_file` ON `attachments` (`file_id`);