-- Do something about a shift once, such as reminding a volunteer of it, and say when it needs its next look.
-- KEYS  7 shift hash   8 marks hash   9 seats set
-- ARGV  5 mark, step:volunteer id   6 volunteer id who must still hold a seat, or ""   7 "1" if it may be done again
-- Gives "marked" | "done_before" | "not_yours" | "unknown" | "gone"
if redis.call("EXISTS", KEYS[7]) == 0 then return finish("unknown") end
if ARGV[6] ~= "" and redis.call("SISMEMBER", KEYS[9], ARGV[6]) == 0 then return finish("not_yours") end
if ARGV[7] == "1" then redis.call("HSET", KEYS[8], ARGV[5], now)
elseif redis.call("HSETNX", KEYS[8], ARGV[5], now) == 0 then return finish("done_before") end
return finish("marked")
