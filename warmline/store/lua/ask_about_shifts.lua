-- Text one person about some shifts: each of them once, none when so many have been asked, nobody again too soon.
-- KEYS  7 asked zset   then for each shift: shift hash, marks hash
-- ARGV  5 volunteer id   6 unix ms since when they must not have been asked, or "" for whoever
--       7 people asked of a shift count from then on, unix ms   8 "1" if this counts as asking
--       9… for each shift: the mark's step, and how many people at most, 0 for any number
-- Gives "told" | "moved" when any of that is no longer so
local asked, who, shifts = KEYS[7], ARGV[5], (#ARGV - 8) / 2
if ARGV[6] ~= "" and tonumber(redis.call("ZSCORE", asked, who) or "0") > tonumber(ARGV[6]) then return "moved" end
for i = 1, shifts do
  local shift, marks, step, most = KEYS[6 + 2 * i], KEYS[7 + 2 * i], ARGV[7 + 2 * i] .. ":", tonumber(ARGV[8 + 2 * i])
  if redis.call("EXISTS", shift) == 0 or redis.call("HEXISTS", marks, step .. who) == 1 then return "moved" end
  local count = 0
  for _, mark in ipairs(redis.call("HKEYS", marks)) do
    local before = string.sub(mark, 1, #step) == step and tonumber(redis.call("HGET", marks, mark))
    if before and before > tonumber(ARGV[7]) then count = count + 1 end
  end
  if most > 0 and count >= most then return "moved" end
end
for i = 1, shifts do redis.call("HSET", KEYS[7 + 2 * i], ARGV[7 + 2 * i] .. ":" .. who, now) end
if ARGV[8] == "1" then redis.call("ZADD", asked, now, who) end
return finish("told")
