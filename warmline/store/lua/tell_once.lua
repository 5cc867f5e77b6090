-- Tell somebody something once, such as the digest of a day.
-- KEYS  7 told hash
-- ARGV  5 what is told, and to whom   6 which one it is: another one is told again
-- Gives "told" | "told_before"
local told = KEYS[7]
if redis.call("HGET", told, ARGV[5]) == ARGV[6] then return finish("told_before") end
redis.call("HSET", told, ARGV[5], ARGV[6])
return finish("told")
