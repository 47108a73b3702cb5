/// Everyday English words that are one slip away from another: typed as they are, they are not slips.
enum CommonWords {
    /// Whether a word is one of them, or one with an `s` at its end.
    static func contains(_ word: String) -> Bool {
        all.contains(word) || word.last == "s" && all.contains(String(word.dropLast()))
    }

    private static let all = Set(
        """
        able about above abuse accept access account across actual adult advice affect after again agent agree alive \
        alone along already also always amount angry annual answer apart apply area argue around arrive aside asked aware \
        away baby back badly bank base basic bath beach bear beat been before began begin being below best better bill \
        birth black blame block blood board body bond bonus book boss both bottom bought boys brain branch bread break \
        breast breath brief bring broke broken brother brought build built burn burnt busy buying call called camp cancel \
        care careful case cash cause change charge cheap check chief child choice city claim clean clear clerk close \
        cloth coach coat cold come comes common contact content contract cook cool cost could count country course court \
        cover crash crime cross daily damage danger dark date daughter days dead deal dear death debt deep delay desk died \
        dies diet diver dirty does doing done door double doubt down draft dress drink drive driver drop dust duty each early earn \
        east easy effect eight either else employ employed employee employees employer employers empty ended enough enter \
        equal ever every exam except expect expert extra face fact factory fail fair fall false family farm fast father \
        fault fear feel fees fell felt female fever field fight file fill final find fine fire fired firm first five fixed \
        flat flight floor flow food foot force form formal format four free fresh friend from front full fund gave general \
        girl give given glad goes going gone good grand grant great ground group guard guess hair half hand hard hate have \
        head health hear heard heart heat heavy held help here hide high hire hired hold home hope hospital host hour hours \
        house housing human hurt idea inside insured into island issue items jobs join joint judge just keep kept kids kill \
        kind knee knew know known lady lake land large last late later law lawyer layer lead leader learn least leave left \
        legal less letter level license life light like limit line list little live lives living loan local lock long look \
        lose loss lost love lower lucky lunch made mail main make male manage manager many march mark marred marriage married \
        match matter maybe meal mean meat meet member mental middle might mind mine minor minute miss model moment money \
        month months more most mother mouth move moved movie much must name near need never news next nice night nine none \
        noon north nose note nothing notice novel now number nurse offer office often once only open order other others ought \
        outside over owed owner paid pain paper parent parents part party pass past path pause peace people percent permit \
        person phone pick piece place plan plane plant plate play please plus point police poor post pound power prepaid press \
        price print prison private problem proof proud public pull pure push quiet quit quite raise rate reach read ready real \
        reason receive refund refuse refused rent rental rented repair reply report rest result return rice rich ride right \
        ring rise risk river road role roof room rooms rough round rule safe safety said salary sale same save school seat \
        second seem seen self sell send sense sent serve service seven share sheet shift ship shop short shot should show sick \
        side sign signed simple since single sister site size skill skin sleep slow small smart smoke social soft sold some son \
        soon sorry sort sound south space speak speed spend staff stage stair stand start state stay steal step still stock stop \
        store story street strike strong study stuff such sure table take taken talk task taste tax teach team tell tenant tent \
        term test than thank that their them then there these they thing think third this those three throw tight till time tired \
        today together told tomorrow tool total touch town track trade train travel treat trial trip trouble true trust truth turn \
        twice type under union unit until unpaid upon urgent used user usual vacant value very visa visit voice vote wage wages \
        wait walk wall want warm warn wash waste watch water weak wear week weight well went were west what wheel when where which \
        while white whole wide wife will wind wish with woman women wood word work worked worker workers world worse worst worth \
        would wound write wrong year years young your
        """.listed)
}
