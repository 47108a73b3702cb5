/// Traditional characters and the simplified ones that stand for them: those that occur in names of regions
/// (GB/T 2260), so that 臺灣 and 台湾 are the same name. Both columns in the same order.
enum TraditionalCharacters {
    /// The simplified character of a traditional one; nil when it is not a traditional one of these.
    static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        table[scalar]
    }

    private static let table = Dictionary(
        zip(traditional.unicodeScalars, simplified.unicodeScalars).map { ($0, $1) },
        uniquingKeysWith: { first, _ in first })

    private static let traditional = """
        萬業叢東個豐臨為爲麗義烏樂習鄉於雲亞僕從侖崙倉儀們會偉倫餘兒剋兗黨蘭關興內岡冊軍農沖衝準涼淩鳳憑凱則\
        剛別彆劍勸務勢勻區華單盧臥衛卽廠厤曆歷廂廈縣雙敘疊臺葉閤衕後嚮曏呂啓啟吳響迴團園圍國圖聖場墰壇壢垻壩\
        壘墾墊壯壺復複頭夾袷薑婁孫學寧寶審宮傢寬賓尋壽將爾堯嶼崗嵐島巖嶺嶽嶧峽峯嶗崍鞏師幹榦廣莊慶廬庫應廟菴\
        開張彌瀰強歸噹當彥綵徵誌懷恆紮託揚撫枴柺鬥旂無舊崑晉暉麯麴劄箚雜權來楊鬆闆極樅棗査樹棲慄欒橋樺樑夢稜\
        樓橫畢匯彙漢湯瀋溝滄霑瀘澤涇窪湞溮濟瀏渾濃潯塗淶漣渦潤澗澱淥澠溫遊灣漵谿滿灤濱灘濰潛瀾燈靈爐點煙菸煩\
        愛猶獨獅獻瑪環琿瓊瑤甕甌電疇鹽監蓋盤眞礦碭硯碩礄確鹼禮祿禪離積稱競簡類紅納細織紹經結絳綏績維綿綠緑縉\
        羅聶聯肅勝衚鬍膠脫臘騰輿節薌蕪蘆蒼蘇範荊榮滎廕蔭萊蓮獲穫鶯蘿營蕭薩藍薊鎣藺蘄藴蘊觀覺讓訥許詔諸諾調誼\
        謀謨謝謙譙譜穀貝貞貢賢貴費賀賈資賚賽讚贊贛趙車輪載輝轄邊遼達遷邁運進遠連遜遙鄧郵鄒鄴鄰鬱郟鄭鄆鄖鄲裏\
        裡鈡鍾鐘鋼欽錢鐵鉛銅銀鋒錯錫錦鎭鎮鏡鑲長門間閔聞閩閣閬閻陽陰陸隴陳陘陝隨霧靜韓頂項順頗潁額風饒舘館馬\
        駐驛驊魚魯鮁鮮鯉鳥鳩雞鷄鳴鴨鶴鷹麥黃齊龍龜
        """

    private static let simplified = """
        万业丛东个丰临为为丽义乌乐习乡于云亚仆从仑仑仓仪们会伟伦余儿克兖党兰关兴内冈册军农冲冲准凉凌凤凭凯则\
        刚别别剑劝务势匀区华单卢卧卫即厂历历历厢厦县双叙叠台叶合同后向向吕启启吴响回团园围国图圣场坛坛坜坝坝\
        垒垦垫壮壶复复头夹夹姜娄孙学宁宝审宫家宽宾寻寿将尔尧屿岗岚岛岩岭岳峄峡峰崂崃巩师干干广庄庆庐库应庙庵\
        开张弥弥强归当当彦彩征志怀恒扎托扬抚拐拐斗旗无旧昆晋晖曲曲札札杂权来杨松板极枞枣查树栖栗栾桥桦梁梦棱\
        楼横毕汇汇汉汤沈沟沧沾泸泽泾洼浈浉济浏浑浓浔涂涞涟涡润涧淀渌渑温游湾溆溪满滦滨滩潍潜澜灯灵炉点烟烟烦\
        爱犹独狮献玛环珲琼瑶瓮瓯电畴盐监盖盘真矿砀砚硕硚确碱礼禄禅离积称竞简类红纳细织绍经结绛绥绩维绵绿绿缙\
        罗聂联肃胜胡胡胶脱腊腾舆节芗芜芦苍苏范荆荣荥荫荫莱莲获获莺萝营萧萨蓝蓟蓥蔺蕲蕴蕴观觉让讷许诏诸诺调谊\
        谋谟谢谦谯谱谷贝贞贡贤贵费贺贾资赉赛赞赞赣赵车轮载辉辖边辽达迁迈运进远连逊遥邓邮邹邺邻郁郏郑郓郧郸里\
        里钟钟钟钢钦钱铁铅铜银锋错锡锦镇镇镜镶长门间闵闻闽阁阆阎阳阴陆陇陈陉陕随雾静韩顶项顺颇颍额风饶馆馆马\
        驻驿骅鱼鲁鲅鲜鲤鸟鸠鸡鸡鸣鸭鹤鹰麦黄齐龙龟
        """
}
