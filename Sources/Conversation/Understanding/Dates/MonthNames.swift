/// The names of the months, full and short, in the languages workers use.
enum MonthNames {
    /// Twelve months each, with `/` between several names of one. A name of two words has `_` in it.
    static let lists = [
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep/sept oct nov dec",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "janv févr/fév mars avr mai juin juil août/aou sept oct nov déc",
        "januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba",
        "jan feb mac apr mei jun jul ago sep okt nov des",
        "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर",
        "janvari farvari march aprail mai joon julai agast sitambar aktubar navambar disambar",
        "يناير فبراير مارس أبريل/إبريل مايو يونيو/يونيه يوليو/يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
        "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
        "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    ]

    /// The number of a month by its bare name.
    static let all: [String: Int] = lists.reduce(into: [:]) { table, list in
        for (place, names) in list.listed.enumerated() {
            for name in names.split(separator: "/") {
                table[Folding.bare(String(name.map { $0 == "_" ? " " : $0 }))] = place + 1
            }
        }
    }

    /// The month whose full name is nearly this, if it is only one.
    static func near(_ word: String) -> Int? {
        let bare = Folding.bare(word)
        guard bare.count >= 5 else { return nil }
        let found = Set(all.filter { NearSpelling.isNear(bare, $0.key) }.values)
        return found.count == 1 ? found.first : nil
    }
}
