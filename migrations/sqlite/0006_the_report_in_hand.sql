CREATE TABLE `accessibility_checks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`check` text NOT NULL,
	`checked_on` text NOT NULL,
	`outcome` text NOT NULL,
	`note` text,
	`recorded_at` text NOT NULL,
	`recorded_by` integer NOT NULL,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `accessibility_checks_latest` ON `accessibility_checks` (`check`,`id`);--> statement-breakpoint
CREATE TABLE `accessibility_statements` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`statement` text NOT NULL,
	`published` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` integer NOT NULL,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `feedback` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`plan_id` integer,
	`kind` text NOT NULL,
	`path` text NOT NULL,
	`lang` text NOT NULL,
	`body` text,
	`email` text,
	`received_at` text NOT NULL,
	`handled_at` text,
	`handled_by` integer,
	`answer` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`handled_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `feedback_waiting` ON `feedback` (`handled_at`,`plan_id`);--> statement-breakpoint
CREATE TABLE `hearings` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`plan_id` integer NOT NULL,
	`review_id` integer NOT NULL,
	`body` text NOT NULL,
	`held_on` text NOT NULL,
	`paragraph` text,
	`reference` text,
	`url` text,
	`replaces` integer,
	`recorded_at` text NOT NULL,
	`recorded_by` integer NOT NULL,
	`by_function` text NOT NULL,
	`by_organisation_id` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `hearings_of_review` ON `hearings` (`review_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `hearings_replaces` ON `hearings` (`replaces`);--> statement-breakpoint
CREATE TABLE `indicator_values` (
	`indicator_id` integer NOT NULL,
	`period` text NOT NULL,
	`value` text,
	PRIMARY KEY(`indicator_id`, `period`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicators`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `indicators` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`plan_id` integer NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`unit` text NOT NULL,
	`source` text NOT NULL,
	`url` text,
	`note` text,
	`recorded_at` text NOT NULL,
	`recorded_by` integer NOT NULL,
	`ended_at` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `indicators_of_plan` ON `indicators` (`plan_id`,`position`);--> statement-breakpoint
CREATE TABLE `report_files` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`plan_id` integer NOT NULL,
	`review_id` integer NOT NULL,
	`format` text NOT NULL,
	`lang` text NOT NULL,
	`made_of` text NOT NULL,
	`bytes` blob NOT NULL,
	`made_at` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_files_kept` ON `report_files` (`review_id`,`format`,`lang`);--> statement-breakpoint
CREATE TABLE `report_states` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`plan_id` integer NOT NULL,
	`review_id` integer NOT NULL,
	`version_id` integer NOT NULL,
	`state` text NOT NULL,
	`edition` integer,
	`recorded_at` text NOT NULL,
	`recorded_by` integer NOT NULL,
	`by_function` text NOT NULL,
	`by_organisation_id` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_id`) REFERENCES `report_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_states_latest` ON `report_states` (`review_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `report_states_edition` ON `report_states` (`review_id`,`edition`);--> statement-breakpoint
CREATE TABLE `report_versions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`plan_id` integer NOT NULL,
	`review_id` integer NOT NULL,
	`kind` text NOT NULL,
	`reference` text,
	`paragraph` text,
	`dated` text,
	`addressee` text,
	`sections` text NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` integer NOT NULL,
	`by_function` text NOT NULL,
	`by_organisation_id` integer,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_organisation_id`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `report_versions_latest` ON `report_versions` (`review_id`,`id`);--> statement-breakpoint
CREATE TABLE `tags` (
	`plan_id` integer NOT NULL,
	`point_id` integer NOT NULL,
	`vocabulary` text NOT NULL,
	`code` text NOT NULL,
	`position` integer NOT NULL,
	`recorded_at` text NOT NULL,
	`recorded_by` integer NOT NULL,
	PRIMARY KEY(`point_id`, `vocabulary`, `code`),
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`point_id`) REFERENCES `points`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tags_of_plan` ON `tags` (`plan_id`);--> statement-breakpoint
ALTER TABLE `plans` ADD `easy_read` text;--> statement-breakpoint
ALTER TABLE `plans` ADD `letterhead` text;