    -- The dealings between $a and $b that took place or are under way: one on each side, or both in one act that has
    -- no other side. Two that act together on a third (visit it, sanction it) do not deal with each other by that.
    SELECT e.*
    FROM events AS e
    WHERE e.status IN ('occurred', 'ongoing')
      AND (
        (list_contains(e.actors, $a) AND list_contains(e.recipients, $b))
        OR (list_contains(e.actors, $b) AND list_contains(e.recipients, $a))
        OR (
            list_contains(e.parties, $a) AND list_contains(e.parties, $b)
            AND (
                e.type IN ('AGREE', 'COOPERATE')
                OR (e.type = 'CONSULT' AND e.mode IS DISTINCT FROM 'visit')
                OR len(e.recipients) = 0
            )
        )
      )
      AND ($since IS NULL OR e.last_day >= day_from($since))
      AND ($until IS NULL OR e.first_day <= day_to($until))
