import Directory

/// What people may type for the places of a directory, one way of typing after the other.
enum DirectoryQuestion: String, CaseIterable {
    case name, characters, tones, beginning, slip, pair, sentence, slippery, postcode, nothing, endless

    /// What it is, for the report.
    var title: String {
        switch self {
        case .name: "name in letters"
        case .characters: "name in characters"
        case .tones: "pinyin with tones"
        case .beginning: "beginning of a name"
        case .slip: "name with a slip"
        case .pair: "place with the one around it"
        case .sentence: "sentence in characters"
        case .slippery: "sentence with a slip"
        case .postcode: "postcode"
        case .nothing: "sentence without a place"
        case .endless: "120 letters without a gap"
        }
    }

    /// A text of this way for a place.
    func text(for region: Region, in directory: Directory) -> String {
        let letters = region.name(in: "en")
        let han = region.name(in: "zh-Hans")
        switch self {
        case .name: return letters.lowercased()
        case .characters: return han
        case .tones: return region.pinyin.first ?? letters
        case .beginning: return String(letters.prefix(4))
        case .slip: return Self.withSlip(letters)
        case .pair: return (region.parent.flatMap(directory.region)?.name(in: "zh-Hans") ?? "") + han
        case .sentence: return "我现在在\(han)打工"
        case .slippery: return "i live in \(Self.withSlip(letters)) city now"
        case .postcode: return (region.postcodes.first ?? "9999") + "01"
        case .nothing: return "please call me tomorrow about the \(letters.suffix(3)) papers"
        case .endless: return String(String(repeating: letters.lowercased(), count: 20).prefix(120))
        }
    }

    /// The name with two letters in the middle changed for one another.
    private static func withSlip(_ name: String) -> String {
        var letters = Array(name.lowercased())
        if letters.count > 3 { letters.swapAt(letters.count / 2, letters.count / 2 + 1) }
        return String(letters)
    }
}
