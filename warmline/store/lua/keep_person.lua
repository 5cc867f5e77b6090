-- Write down something about a person: a wish, a language, an opt-out.
-- KEYS  7 person hash
-- ARGV  5 person fields, JSON object; "" removes one   6 seconds a person is kept, or "" to leave that as it is
-- Gives "kept" | "gone" | "moved"
local person = KEYS[7]
keep_fields(person, ARGV[5])
if ARGV[6] ~= "" and redis.call("HEXISTS", person, "volunteer") == 0 then redis.call("EXPIRE", person, ARGV[6]) end
return finish("kept")
