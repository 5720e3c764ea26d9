-- Shares of people in SQL, from score(code, measure, value) of all small areas and member(code, place, residents): for each
-- place and measure the residents of its small areas in the highest-risk fifth, and those of all that have a score.
with
    placed as (
        select code, measure, rank() over (partition by measure order by value) as lowest,
            count(*) over (partition by measure, value) as equals, count(*) over (partition by measure) as n
        from score
    ),
    fifths as (select code, measure, min(5, 1 + (5 * (2 * lowest + equals - 2)) / (2 * n)) as fifth from placed)
select place, measure, sum(residents) filter (where fifth = 5) as inside, sum(residents) as counted
from fifths join member using (code) group by place, measure order by place, measure;
