-- dissatisfied ratings that wait for an answer: supervision looks at them by their age
create index rating_unanswered_index on feedback.rating (rated_at) where answered_at is null and score <= 2;
