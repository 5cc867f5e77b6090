-- Write a pattern down or drop it, if it is still as it was read.
-- KEYS  7 patterns hash
-- ARGV  5 pattern id   6 the pattern as it was read, JSON, or "" for a new one   7 the pattern from now on, or "" to drop it
-- Gives "kept" | "removed" | "moved" when it is not as it was read
if (redis.call("HGET", KEYS[7], ARGV[5]) or "") ~= ARGV[6] then return "moved" end
if ARGV[7] == "" then
  redis.call("HDEL", KEYS[7], ARGV[5])
  return finish("removed")
end
redis.call("HSET", KEYS[7], ARGV[5], ARGV[7])
return finish("kept")
