-- Free the codes of shifts that are over, where they stand for those shifts still.
-- KEYS  1 shift codes hash
-- ARGV  1… shift id and its code, one pair after another
-- Gives "freed"
for i = 1, #ARGV, 2 do
  if redis.call("HGET", KEYS[1], ARGV[i + 1]) == ARGV[i] then redis.call("HDEL", KEYS[1], ARGV[i + 1]) end
end
return "freed"
