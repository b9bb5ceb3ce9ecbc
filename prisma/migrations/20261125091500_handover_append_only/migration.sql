-- What one shift has told the next stands as it was written.
CREATE TRIGGER handover_note_append_only BEFORE UPDATE OR DELETE ON handover_note FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER handover_note_not_truncated BEFORE TRUNCATE ON handover_note FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
