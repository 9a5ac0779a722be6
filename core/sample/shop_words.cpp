// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sample/shop_words.h"

namespace foresell {

const std::array<SampleCategory, 8>& sampleCategories() {
    static const std::array<SampleCategory, 8> categories = {{
        {"kitchen", {"Kitchen", "厨房用品"},
         {{{"Bamboo steamer", "竹蒸笼"}, {"Cast iron pan", "铸铁煎锅"}, {"Chef's knife", "主厨刀"}, {"Glass food box", "玻璃保鲜盒"},
           {"Spice grinder", "研磨器"}, {"Silicone spatula", "硅胶铲"}, {"Chopstick set", "筷子套装"}, {"Soup pot", "汤锅"}}},
         19.9, 259, -1.6, 1.5, 0.18, 0.12, 330, 0.9},
        {"tea_snacks", {"Tea and snacks", "茶饮零食"},
         {{{"Jasmine tea", "茉莉花茶"}, {"Oolong tea", "乌龙茶"}, {"Nut mix", "混合坚果"}, {"Dried mango", "芒果干"},
           {"Sesame biscuits", "芝麻饼干"}, {"Dark chocolate", "黑巧克力"}, {"Pu'er cake", "普洱茶饼"}, {"Honey jar", "蜂蜜"}}},
         12.9, 129, -2.2, 1.7, 0.3, 0.2, 20, 1.25},
        {"beauty", {"Beauty", "美妆个护"},
         {{{"Hand cream", "护手霜"}, {"Face mask, 10 pieces", "面膜10片"}, {"Lip balm", "润唇膏"}, {"Sun cream", "防晒霜"},
           {"Shampoo bar", "洗发皂"}, {"Rose water", "玫瑰水"}, {"Body lotion", "身体乳"}, {"Hair oil", "护发精油"}}},
         15.9, 199, -1.9, 1.8, 0.28, 0.1, 150, 1.4},
        {"home_textiles", {"Home textiles", "家纺"},
         {{{"Linen cushion", "亚麻靠垫"}, {"Wool throw", "羊毛毯"}, {"Cotton sheet set", "纯棉四件套"}, {"Bath towel", "浴巾"},
           {"Silk pillowcase", "真丝枕套"}, {"Winter duvet", "冬被"}, {"Table runner", "桌旗"}, {"Door mat", "地垫"}}},
         29.9, 399, -1.4, 1.4, 0.15, 0.32, 335, 1.0},
        {"toys", {"Toys", "玩具"},
         {{{"Wooden train", "木制小火车"}, {"Plush panda", "毛绒熊猫"}, {"Puzzle, 500 pieces", "500片拼图"}, {"Building blocks", "积木"},
           {"Card game", "卡牌游戏"}, {"Kite", "风筝"}, {"Music box", "八音盒"}, {"Doll house", "娃娃屋"}}},
         14.9, 239, -1.8, 1.6, 0.2, 0.35, 345, 1.3},
        {"stationery", {"Stationery", "文具"},
         {{{"Dotted notebook", "点阵笔记本"}, {"Fountain pen", "钢笔"}, {"Washi tape", "和纸胶带"}, {"Desk planner", "桌面计划本"},
           {"Brush pen set", "毛笔套装"}, {"Pencil case", "笔袋"}, {"Sticky notes", "便利贴"}, {"Ink bottle", "墨水"}}},
         5.9, 89, -1.2, 1.3, 0.1, 0.22, 240, 0.6},
        {"outdoor", {"Outdoor", "户外"},
         {{{"Picnic mat", "野餐垫"}, {"Steel bottle", "保温杯"}, {"Folding chair", "折叠椅"}, {"Head torch", "头灯"},
           {"Rain cape", "雨披"}, {"Hammock", "吊床"}, {"Camping stove", "露营炉"}, {"Sun hat", "遮阳帽"}}},
         24.9, 329, -1.7, 1.5, 0.2, 0.45, 170, 0.8},
        {"small_electronics", {"Small electronics", "小家电"},
         {{{"Desk lamp", "台灯"}, {"Electric kettle", "电水壶"}, {"Bluetooth speaker", "蓝牙音箱"}, {"Hand fan", "手持风扇"},
           {"Milk frother", "奶泡器"}, {"Power bank", "充电宝"}, {"Alarm clock", "闹钟"}, {"Humidifier", "加湿器"}}},
         39.9, 399, -2.6, 2.0, 0.32, 0.15, 310, 1.6},
    }};
    return categories;
}

const std::array<BilingualWord, 6>& sampleBrands() {
    static const std::array<BilingualWord, 6> brands = {{{"Qinghe", "清禾"}, {"Norrby", "诺比"}, {"Yunshan", "云杉"},
                                                         {"Felder", "菲尔德"}, {"Maru", "圆屋"}, {"Tidewell", "汐和"}}};
    return brands;
}

SampleLocation sampleLocation(int number) {
    static const std::array<SampleLocation, 8> known = {{{"SHA", "Shanghai", "上海", 1.0},
                                                         {"LON", "London", "伦敦", 0.6},
                                                         {"BJS", "Beijing", "北京", 0.9},
                                                         {"CAN", "Guangzhou", "广州", 0.8},
                                                         {"BER", "Berlin", "柏林", 0.5},
                                                         {"CTU", "Chengdu", "成都", 0.7},
                                                         {"NYC", "New York", "纽约", 0.6},
                                                         {"PAR", "Paris", "巴黎", 0.45}}};
    if (number < static_cast<int>(known.size())) {
        return known[static_cast<std::size_t>(number)];
    }
    const std::string text = std::to_string(number + 1);
    return {"L" + text, "Store " + text, text + "号店", 0.3 + 0.05 * (number % 10)};
}

}  // namespace foresell
