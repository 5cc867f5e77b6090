-- Take in a text that reached one of the line's numbers, once however often it is delivered.
-- KEYS  1 text, string   2 inbox list   3 due zset   4 bell list   5 sids list of the sender
-- ARGV  1 sid   2 sealed text   3 now, unix ms   4 seconds that the sender's sids are kept
-- Gives "received" | "known"
local text, inbox, due, bell, sids = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
if not redis.call("SET", text, ARGV[2], "NX") then return "known" end
redis.call("RPUSH", inbox, ARGV[1])
redis.call("ZADD", due, "NX", ARGV[3] + 2000, inbox) -- should the bell be lost, the sweep finds it here
redis.call("RPUSH", bell, inbox)
redis.call("RPUSH", sids, ARGV[1])
redis.call("LTRIM", sids, -5000, -1)
redis.call("EXPIRE", sids, ARGV[4])
return "received"
