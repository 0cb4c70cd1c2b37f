-- Appends one line to the audit log and returns its number. The running role may call this, and
-- may not write to the table: so each line is chained to the one before, whoever asks.
CREATE OR REPLACE FUNCTION audit_append(
    p_actor uuid, p_action text, p_subject uuid, p_organisation uuid, p_detail text
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp
AS $$
DECLARE
    v_at timestamptz := date_trunc('milliseconds', clock_timestamp());
    v_clock text := coalesce(current_setting('rapport.clock', true), '');
    v_number bigint;
    v_before bytea;
    v_written text;
BEGIN
    -- One after the other until the transaction ends: no gap, no fork.
    PERFORM pg_advisory_xact_lock(hashtext('audit_append'));
    PERFORM set_config('rapport.clock', 'on', true);  -- the owner is bound by the policy as well
    SELECT number, digest INTO v_number, v_before
        FROM audit_auditline ORDER BY number DESC LIMIT 1;
    v_number := coalesce(v_number, 0) + 1;
    v_before := coalesce(v_before, sha256(''::bytea));
    v_written := array_to_string(ARRAY[
        'rapport/audit/1', v_number::text,
        to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        coalesce(p_actor::text, '-'), p_action, coalesce(p_subject::text, '-'),
        coalesce(p_organisation::text, '-'), p_detail, encode(v_before, 'hex')
    ], E'\n');
    INSERT INTO audit_auditline
        (number, at, actor, action, subject, organisation, detail, before, digest)
    VALUES (v_number, v_at, p_actor, p_action, p_subject, p_organisation, p_detail, v_before,
        sha256('\x00'::bytea || convert_to(v_written, 'UTF8')));
    PERFORM set_config('rapport.clock', v_clock, true);
    RETURN v_number;
END $$;
REVOKE ALL ON FUNCTION audit_append(uuid, text, uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_append(uuid, text, uuid, uuid, text) TO rapport_app;
