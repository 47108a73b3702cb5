/// Swahili numbers, which say "hundred" before how many: `mia mbili na kumi na tano` is 215.
enum SwahiliNumbers {
    private static let units =
        NumberWords.table(
            "sifuri moja/mmoja mbili/wili/miwili/wawili tatu/mitatu/watatu nne/minne/wanne tano/mitano/watano sita saba nane/minane/wanane tisa",
            from: 0)
    private static let tens = NumberWords.table(
        "kumi ishirini thelathini arobaini hamsini sitini sabini themanini tisini", from: 10, by: 10)
    private static let scales = NumberWords.table("mia=100 elfu=1000 laki=100000 milioni=1000000")

    /// Single words with their numbers.
    static let values = units.merging(tens) { first, _ in first }.merging(scales) { first, _ in first }

    /// The number that all of these words make, nil when they make none, or could make two: `elfu ishirini na tano` is
    /// 25,000 to some and 20,005 to others.
    static func number(_ words: [String]) -> Int? {
        if words.count == 1 { return values[words[0]] }
        var rest = words[...]
        var total = 0
        for name in ["milioni", "laki", "elfu"] where rest.first == name {
            guard let scale = scales[name] else { return nil }
            rest = rest.dropFirst()
            let count = take(&rest) ?? 1
            if count % 10 == 0, count > 0, rest.first == "na", let next = rest.dropFirst().first, units[next] != nil {
                return nil
            }
            total += count * scale
            dropJoint(&rest)
        }
        if rest.first == "mia" {
            rest = rest.dropFirst()
            let count = rest.first.flatMap { units[$0] }
            if count != nil { rest = rest.dropFirst() }
            total += (count ?? 1) * 100
            dropJoint(&rest)
        }
        guard !rest.isEmpty else { return words.last == "na" ? nil : total }
        guard let last = belowHundred(rest) else { return nil }
        return total + last
    }

    /// One word's number.
    private static func take(_ rest: inout ArraySlice<String>) -> Int? {
        guard let word = rest.first, let value = units[word] ?? tens[word] else { return nil }
        rest = rest.dropFirst()
        return value
    }

    private static func dropJoint(_ rest: inout ArraySlice<String>) {
        if rest.first == "na", rest.count > 1 { rest = rest.dropFirst() }
    }

    private static func belowHundred(_ words: ArraySlice<String>) -> Int? {
        let words = Array(words)
        if words.count == 1 { return units[words[0]] ?? tens[words[0]] }
        guard words.count == 3, words[1] == "na", let ten = tens[words[0]], let unit = units[words[2]], unit > 0
        else { return nil }
        return ten + unit
    }
}
