CREATE TABLE `cancellations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`plan_id` integer NOT NULL,
	`review_id` integer NOT NULL,
	`text_id` integer,
	`recorded_at` text NOT NULL,
	`recorded_by` integer NOT NULL,
	`by_function` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`text_id`) REFERENCES `texts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `cancellations_review` ON `cancellations` (`review_id`);--> statement-breakpoint
ALTER TABLE `comments` ADD `withdrawn` integer;--> statement-breakpoint
ALTER TABLE `decisions` ADD `withdrawn` integer;