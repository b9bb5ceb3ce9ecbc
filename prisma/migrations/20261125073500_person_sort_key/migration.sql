-- A person's duties are sorted by the person's name: where that is written anew, they follow.
CREATE FUNCTION duties_follow_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE captain_appointment SET sort_key = NEW.sort_key WHERE street_id = NEW.street_id AND person_id = NEW.id;
  UPDATE grid_member SET sort_key = NEW.sort_key WHERE street_id = NEW.street_id AND person_id = NEW.id;
  UPDATE worker SET sort_key = NEW.sort_key WHERE street_id = NEW.street_id AND person_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER person_duties AFTER UPDATE OF sort_key ON person FOR EACH ROW
  WHEN (OLD.sort_key IS DISTINCT FROM NEW.sort_key) EXECUTE FUNCTION duties_follow_person();
