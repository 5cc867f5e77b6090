-- Offer a waiting person to the first few of the ranked volunteers who can still take someone.
-- KEYS  7 offered hash   8 blocked set of the caller   then for each candidate: volunteer hash, talks hash, offers set
-- ARGV  5 how many   6 the offer lapses at, unix ms   7 contact id   8… candidate ids, best first
-- Gives "nobody" | "moved" | a list of the volunteers asked; the plan has their effects by id
local offered, asked, by_voice = KEYS[7], {}, redis.call("HGET", contact, "channel") == "voice"
for i = 8, #ARGV do
  if #asked >= tonumber(ARGV[5]) then break end
  local key = 9 + (i - 8) * 3
  local facts = redis.call("HMGET", KEYS[key], "capacity", "paused_until", "wrapping_until", "off_until", "unreachable")
  local talks = redis.call("HVALS", KEYS[key + 1])
  local engaged, places = #talks + redis.call("SCARD", KEYS[key + 2]), tonumber(facts[1] or 0)
  for _, runs_on in ipairs(talks) do
    if runs_on == "voice" then engaged = places end -- on the phone with somebody, there is no other talk
  end
  if by_voice then places = 1 end
  local away = math.max(tonumber(facts[2] or 0), tonumber(facts[3] or 0), tonumber(facts[4] or 0)) > tonumber(now)
  local apart = redis.call("SISMEMBER", KEYS[8], ARGV[i]) == 1
  if facts[1] and not facts[5] and not away and not apart and engaged < places then
    redis.call("HSET", offered, ARGV[i], ARGV[6])
    redis.call("SADD", KEYS[key + 2], ARGV[7])
    asked[#asked + 1] = ARGV[i]
  end
end
if #asked == 0 then return "nobody" end
redis.call("HSET", contact, "state", "offered")
redis.call("ZADD", due, "LT", ARGV[6], contact) -- an earlier offer may lapse before this one
for _, volunteer in ipairs(asked) do carry_out(plan[volunteer]) end
finish("offered")
return asked
