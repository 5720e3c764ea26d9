-- The default index in SQL, from cell(code, indicator, value) and part(need, need_weight, indicator, weight, place):
-- rank scores, needs and overall over areas that have everything, ranks and bands. One row an area.
--
-- Rounding is to 9 decimals, half to even, as it is defined on doubles; sums are spelt out, because sum() of SQLite
-- carries more bits than a double and would round some halves the other way.
with
    scaled as (select code, indicator, value * 1e9 as x from cell),
    tied as (
        select code, indicator, (floor(x) + (x - floor(x) > 0.5 or (x - floor(x) = 0.5 and floor(x) % 2 <> 0))) / 1e9 as v
        from scaled
    ),
    placed as (
        select code, indicator, rank() over (partition by indicator order by v) as lowest,
            count(*) over (partition by indicator, v) as equals, count(*) over (partition by indicator) as n
        from tied
    ),
    raw as (select code, indicator, 10.0 * (lowest + (equals - 1) / 2.0 - 0.5) / n * 1e9 as x from placed),
    scored as (
        select code, indicator, (floor(x) + (x - floor(x) > 0.5 or (x - floor(x) = 0.5 and floor(x) % 2 <> 0))) / 1e9 as s
        from raw
    ),
    weighed as (
        select code, need, need_weight, sum(weight) as w, max(weight * s) filter (where place = 0) as first,
            coalesce(max(weight * s) filter (where place = 1), 0.0) as second,
            coalesce(max(weight * s) filter (where place = 2), 0.0) as third
        from scored join part using (indicator) group by code, need
    ),
    means as (select code, need, need_weight, (first + second + third) / w * 1e9 as x from weighed),
    needs as (
        select code, need, need_weight,
            (floor(x) + (x - floor(x) > 0.5 or (x - floor(x) = 0.5 and floor(x) % 2 <> 0))) / 1e9 as score
        from means
    ),
    wide as (
        select code, sum(need_weight) as w, max(score) filter (where need = 'N1') as N1, max(score) filter (where need = 'N2') as N2,
            max(score) filter (where need = 'N3') as N3, max(score) filter (where need = 'N4') as N4,
            max(score) filter (where need = 'N5') as N5,
            max(need_weight * score) filter (where need = 'N1') as t1, max(need_weight * score) filter (where need = 'N2') as t2,
            max(need_weight * score) filter (where need = 'N3') as t3, max(need_weight * score) filter (where need = 'N4') as t4,
            max(need_weight * score) filter (where need = 'N5') as t5
        from needs group by code
    ),
    totals as (select *, (t1 + t2 + t3 + t4 + t5) / w * 1e9 as x from wide),
    overalls as (
        select *, (floor(x) + (x - floor(x) > 0.5 or (x - floor(x) = 0.5 and floor(x) % 2 <> 0))) / 1e9 as overall from totals
    ),
    ranks as (
        select *, rank() over (order by overall desc) as place, rank() over (order by overall) as lowest,
            count(*) over (partition by overall) as equals, count(*) over () as n
        from overalls
    )
select code, overall, place, min(10, 1 + (10 * (2 * lowest + equals - 2)) / (2 * n)) as band, N1, N2, N3, N4, N5
from ranks order by code;
