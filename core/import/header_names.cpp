// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/header_names.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace foresell {

namespace {

struct Alias {
    std::string_view key;
    Field field;
    int weight;
};

constexpr Alias englishAliases[] = {
    Alias{"date", Field::Date, 90}, Alias{"day", Field::Date, 60}, Alias{"ds", Field::Date, 60}, Alias{"datetime", Field::Date, 88},
    Alias{"datekey", Field::Date, 70}, Alias{"startdate", Field::Date, 75}, Alias{"datefrom", Field::Date, 75}, Alias{"from", Field::Date, 40},
    Alias{"enddate", Field::EndDate, 80}, Alias{"dateto", Field::EndDate, 80}, Alias{"until", Field::EndDate, 50}, Alias{"to", Field::EndDate, 40},
    Alias{"invoicedate", Field::Date, 92}, Alias{"orderdate", Field::Date, 92}, Alias{"purchasedate", Field::Date, 92}, Alias{"saledate", Field::Date, 92},
    Alias{"salesdate", Field::Date, 92}, Alias{"solddate", Field::Date, 90}, Alias{"transactiondate", Field::Date, 91}, Alias{"createdat", Field::Date, 86},
    Alias{"ordertime", Field::Date, 90}, Alias{"transactiontimestamp", Field::Date, 88}, Alias{"timestamp", Field::Date, 80}, Alias{"time", Field::Date, 50},
    Alias{"paidat", Field::Date, 80}, Alias{"processedat", Field::Date, 78}, Alias{"weekenddate", Field::Date, 85}, Alias{"weekending", Field::Date, 85},
    Alias{"weekstart", Field::Date, 85}, Alias{"week", Field::Date, 55}, Alias{"month", Field::Date, 55}, Alias{"period", Field::Date, 50}, Alias{"eventdate", Field::Date, 70}, Alias{"eventtime", Field::Date, 70}, Alias{"visittime", Field::Date, 70},
    Alias{"quantity", Field::Quantity, 95}, Alias{"qty", Field::Quantity, 95}, Alias{"units", Field::Quantity, 90}, Alias{"unitssold", Field::Quantity, 95},
    Alias{"unitsales", Field::Quantity, 95}, Alias{"quantitysold", Field::Quantity, 95}, Alias{"qtysold", Field::Quantity, 95}, Alias{"itemssold", Field::Quantity, 93},
    Alias{"lineitemquantity", Field::Quantity, 96}, Alias{"orderquantity", Field::Quantity, 93}, Alias{"quantitypurchased", Field::Quantity, 93}, Alias{"sold", Field::Quantity, 80},
    Alias{"sales", Field::Quantity, 60}, Alias{"demand", Field::Quantity, 80}, Alias{"volume", Field::Quantity, 60}, Alias{"itemcount", Field::Quantity, 80},
    Alias{"salesqty", Field::Quantity, 95}, Alias{"netquantity", Field::Quantity, 90}, Alias{"y", Field::Quantity, 40}, Alias{"turnover", Field::Quantity, 30},
    Alias{"item", Field::Item, 90}, Alias{"itemid", Field::Item, 92}, Alias{"itemcode", Field::Item, 92}, Alias{"itemno", Field::Item, 92}, Alias{"itemnumber", Field::Item, 92},
    Alias{"sku", Field::Item, 95}, Alias{"skuid", Field::Item, 95}, Alias{"skucode", Field::Item, 95}, Alias{"lineitemsku", Field::Item, 96}, Alias{"stockcode", Field::Item, 93},
    Alias{"product", Field::Item, 75}, Alias{"productid", Field::Item, 90}, Alias{"productcode", Field::Item, 90}, Alias{"productno", Field::Item, 88}, Alias{"productsku", Field::Item, 94},
    Alias{"article", Field::Item, 80}, Alias{"articleno", Field::Item, 85}, Alias{"articleid", Field::Item, 85}, Alias{"part", Field::Item, 80}, Alias{"partno", Field::Item, 82},
    Alias{"partid", Field::Item, 82}, Alias{"partnumber", Field::Item, 82}, Alias{"upc", Field::Item, 85}, Alias{"upcid", Field::Item, 86}, Alias{"ean", Field::Item, 85},
    Alias{"gtin", Field::Item, 85}, Alias{"barcode", Field::Item, 84}, Alias{"asin", Field::Item, 70}, Alias{"material", Field::Item, 70}, Alias{"variantsku", Field::Item, 94},
    Alias{"name", Field::Name, 60}, Alias{"description", Field::Name, 80}, Alias{"itemname", Field::Name, 92}, Alias{"itemdescription", Field::Name, 88}, Alias{"productname", Field::Name, 92},
    Alias{"lineitemname", Field::Name, 93}, Alias{"title", Field::Name, 75}, Alias{"producttitle", Field::Name, 88}, Alias{"productdescription", Field::Name, 85}, Alias{"desc", Field::Name, 70},
    Alias{"articlename", Field::Name, 85}, Alias{"skuname", Field::Name, 85}, Alias{"nameen", Field::Name, 58}, Alias{"namezh", Field::Name, 57},
    Alias{"store", Field::Location, 90}, Alias{"storeid", Field::Location, 92}, Alias{"storenbr", Field::Location, 92}, Alias{"storeno", Field::Location, 92}, Alias{"storecode", Field::Location, 92},
    Alias{"storenumber", Field::Location, 92}, Alias{"shop", Field::Location, 85}, Alias{"shopid", Field::Location, 88}, Alias{"shopcode", Field::Location, 88}, Alias{"location", Field::Location, 90},
    Alias{"locationid", Field::Location, 92}, Alias{"locationcode", Field::Location, 92}, Alias{"warehouse", Field::Location, 85}, Alias{"warehouseid", Field::Location, 86}, Alias{"branch", Field::Location, 80},
    Alias{"branchid", Field::Location, 80}, Alias{"outlet", Field::Location, 80}, Alias{"outletid", Field::Location, 80}, Alias{"site", Field::Location, 70}, Alias{"depot", Field::Location, 80},
    Alias{"dc", Field::Location, 60}, Alias{"plant", Field::Location, 65}, Alias{"fulfillmentcenter", Field::Location, 75},
    Alias{"channel", Field::Channel, 90}, Alias{"saleschannel", Field::Channel, 92}, Alias{"channelid", Field::Channel, 91}, Alias{"orderchannel", Field::Channel, 80}, Alias{"platform", Field::Channel, 80},
    Alias{"marketplace", Field::Channel, 80}, Alias{"source", Field::Channel, 50},
    Alias{"order", Field::Order, 85}, Alias{"orderid", Field::Order, 93}, Alias{"orderno", Field::Order, 93}, Alias{"ordernumber", Field::Order, 93}, Alias{"order#", Field::Order, 92},
    Alias{"invoice", Field::Order, 90}, Alias{"invoiceno", Field::Order, 92}, Alias{"invoiceid", Field::Order, 92}, Alias{"invoicenumber", Field::Order, 92}, Alias{"transactionid", Field::Order, 88},
    Alias{"transactionno", Field::Order, 88}, Alias{"basketid", Field::Order, 86}, Alias{"receipt", Field::Order, 70}, Alias{"receiptno", Field::Order, 82}, Alias{"receiptnumber", Field::Order, 82},
    Alias{"receiptid", Field::Order, 82}, Alias{"ticketid", Field::Order, 78}, Alias{"amazonorderid", Field::Order, 95}, Alias{"purchaseordernumber", Field::Order, 50}, Alias{"billno", Field::Order, 80},
    Alias{"customer", Field::Customer, 75}, Alias{"customerid", Field::Customer, 92}, Alias{"customerno", Field::Customer, 92}, Alias{"customernumber", Field::Customer, 92}, Alias{"customercode", Field::Customer, 92},
    Alias{"custid", Field::Customer, 90}, Alias{"client", Field::Customer, 70}, Alias{"clientid", Field::Customer, 88}, Alias{"buyerid", Field::Customer, 88}, Alias{"memberid", Field::Customer, 86},
    Alias{"userid", Field::Customer, 80}, Alias{"householdid", Field::Customer, 82}, Alias{"accountid", Field::Customer, 70},
    Alias{"price", Field::Price, 90}, Alias{"unitprice", Field::Price, 95}, Alias{"itemprice", Field::Price, 90}, Alias{"sellprice", Field::Price, 90}, Alias{"sellingprice", Field::Price, 92},
    Alias{"saleprice", Field::Price, 90}, Alias{"salesprice", Field::Price, 90}, Alias{"lineitemprice", Field::Price, 95}, Alias{"productprice", Field::Price, 88}, Alias{"avgprice", Field::Price, 85}, Alias{"listprice", Field::Price, 60},
    Alias{"retailprice", Field::Price, 75}, Alias{"baseprice", Field::Price, 50},
    Alias{"amount", Field::Amount, 88}, Alias{"total", Field::Amount, 70}, Alias{"linetotal", Field::Amount, 92}, Alias{"lineamount", Field::Amount, 92}, Alias{"revenue", Field::Amount, 85},
    Alias{"sales", Field::Amount, 50}, Alias{"salesvalue", Field::Amount, 88}, Alias{"salesamount", Field::Amount, 90}, Alias{"netsales", Field::Amount, 80}, Alias{"grosssales", Field::Amount, 70},
    Alias{"spend", Field::Amount, 75}, Alias{"turnover", Field::Amount, 60}, Alias{"value", Field::Amount, 45}, Alias{"totalprice", Field::Amount, 80}, Alias{"productsales", Field::Amount, 85},
    Alias{"cost", Field::Cost, 85}, Alias{"unitcost", Field::Cost, 92}, Alias{"costprice", Field::Cost, 92}, Alias{"purchaseprice", Field::Cost, 75}, Alias{"cogs", Field::Cost, 70},
    Alias{"category", Field::Category, 90}, Alias{"categoryname", Field::Category, 92}, Alias{"categoryid", Field::Category, 80}, Alias{"productcategory", Field::Category, 92}, Alias{"itemcategory", Field::Category, 92},
    Alias{"catid", Field::Category, 75}, Alias{"department", Field::Category, 70}, Alias{"dept", Field::Category, 70}, Alias{"deptid", Field::Category, 60}, Alias{"productgroup", Field::Category, 75},
    Alias{"productline", Field::Category, 70}, Alias{"producttype", Field::Category, 60}, Alias{"family", Field::Category, 60}, Alias{"class", Field::Category, 50},
    Alias{"brand", Field::Brand, 92}, Alias{"brandname", Field::Brand, 92}, Alias{"brandid", Field::Brand, 80}, Alias{"manufacturer", Field::Brand, 60}, Alias{"vendor", Field::Brand, 55},
    Alias{"promotion", Field::Promotion, 90}, Alias{"promo", Field::Promotion, 90}, Alias{"onpromotion", Field::Promotion, 92}, Alias{"ispromo", Field::Promotion, 90}, Alias{"promoflag", Field::Promotion, 90},
    Alias{"stock", Field::Stock, 88}, Alias{"stockonhand", Field::Stock, 92}, Alias{"onhand", Field::Stock, 90}, Alias{"inventory", Field::Stock, 88}, Alias{"stocklevel", Field::Stock, 90}, Alias{"stockqty", Field::Stock, 90},
    Alias{"views", Field::Views, 90}, Alias{"pageviews", Field::Views, 90}, Alias{"productviews", Field::Views, 92}, Alias{"itemviews", Field::Views, 92}, Alias{"pv", Field::Views, 88}, Alias{"clicks", Field::Views, 70},
    Alias{"visitors", Field::Visitors, 90}, Alias{"uniquevisitors", Field::Visitors, 92}, Alias{"uv", Field::Visitors, 88}, Alias{"sessions", Field::Visitors, 75}, Alias{"searches", Field::Searches, 90},
    Alias{"addtocart", Field::Carts, 90}, Alias{"addtocarts", Field::Carts, 92}, Alias{"cartadds", Field::Carts, 92}, Alias{"carts", Field::Carts, 90}, Alias{"favourites", Field::Favourites, 90}, Alias{"favorites", Field::Favourites, 90}, Alias{"wishlist", Field::Favourites, 85},
    Alias{"orders", Field::Orders, 85}, Alias{"ordercount", Field::Orders, 88}, Alias{"purchases", Field::Orders, 80}, Alias{"sessionid", Field::Session, 92}, Alias{"session", Field::Session, 85}, Alias{"visitid", Field::Session, 85}, Alias{"visitorid", Field::Customer, 82},
    Alias{"event", Field::Event, 80}, Alias{"eventtype", Field::Event, 90}, Alias{"behavior", Field::Event, 85}, Alias{"behaviour", Field::Event, 85}, Alias{"behaviortype", Field::Event, 90}, Alias{"behaviourtype", Field::Event, 90},
    Alias{"leadtime", Field::LeadTime, 92}, Alias{"leadtimedays", Field::LeadTime, 92}, Alias{"deliverydays", Field::LeadTime, 75}, Alias{"packsize", Field::PackSize, 92}, Alias{"casepack", Field::PackSize, 88}, Alias{"unitsperpack", Field::PackSize, 88}, Alias{"orderunit", Field::PackSize, 60},
    Alias{"image", Field::Image, 90}, Alias{"imagefile", Field::Image, 92}, Alias{"imageurl", Field::Image, 80}, Alias{"picture", Field::Image, 85}, Alias{"text", Field::Text, 70}, Alias{"longdescription", Field::Text, 85},
    Alias{"parent", Field::Parent, 88}, Alias{"parentsku", Field::Parent, 90}, Alias{"parentitem", Field::Parent, 90}, Alias{"parentcode", Field::Parent, 90}, Alias{"parentid", Field::Parent, 85},
    Alias{"child", Field::Item, 88}, Alias{"childsku", Field::Item, 92}, Alias{"childitem", Field::Item, 92}, Alias{"childcode", Field::Item, 92}, Alias{"component", Field::Item, 88}, Alias{"componentsku", Field::Item, 93}, Alias{"componentcode", Field::Item, 93}, Alias{"componentitem", Field::Item, 93},
    Alias{"newsku", Field::Item, 90}, Alias{"newitem", Field::Item, 90}, Alias{"newcode", Field::Item, 90}, Alias{"giftsku", Field::Item, 90}, Alias{"giftitem", Field::Item, 90}, Alias{"giftcode", Field::Item, 90},
    Alias{"relation", Field::Relation, 90}, Alias{"relationship", Field::Relation, 88}, Alias{"linktype", Field::Relation, 85},
    Alias{"style", Field::Style, 85}, Alias{"styleno", Field::Style, 92}, Alias{"stylecode", Field::Style, 92}, Alias{"styleid", Field::Style, 92}, Alias{"stylenumber", Field::Style, 92}, Alias{"spu", Field::Style, 88}, Alias{"spuid", Field::Style, 90}, Alias{"spucode", Field::Style, 90},
    Alias{"bundle", Field::Bundle, 90}, Alias{"bundlesku", Field::Bundle, 93}, Alias{"bundlecode", Field::Bundle, 93}, Alias{"bundleitem", Field::Bundle, 92}, Alias{"bundleid", Field::Bundle, 90}, Alias{"kit", Field::Bundle, 85}, Alias{"kitsku", Field::Bundle, 92}, Alias{"kitcode", Field::Bundle, 92}, Alias{"combo", Field::Bundle, 85}, Alias{"combosku", Field::Bundle, 92},
    Alias{"giftof", Field::GiftOf, 92}, Alias{"giftwith", Field::GiftOf, 92}, Alias{"replaces", Field::Replaces, 90}, Alias{"predecessor", Field::Replaces, 92}, Alias{"oldsku", Field::Replaces, 90}, Alias{"olditem", Field::Replaces, 90}, Alias{"oldcode", Field::Replaces, 90}, Alias{"previoussku", Field::Replaces, 88},
    Alias{"size", Field::Size, 88}, Alias{"sizename", Field::Size, 88}, Alias{"share", Field::Share, 85}, Alias{"priceshare", Field::Share, 90}, Alias{"costshare", Field::Share, 85}, Alias{"allocation", Field::Share, 70},
    Alias{"availability", Field::Availability, 90}, Alias{"available", Field::Availability, 80}, Alias{"instock", Field::Availability, 88},
};

constexpr Alias chineseAliases[] = {
    Alias{"日期", Field::Date, 90}, Alias{"时间", Field::Date, 60}, Alias{"销售日期", Field::Date, 92}, Alias{"统计日期", Field::Date, 90}, Alias{"交易日期", Field::Date, 91},
    Alias{"订单日期", Field::Date, 92}, Alias{"下单时间", Field::Date, 92}, Alias{"下单日期", Field::Date, 92}, Alias{"订单创建时间", Field::Date, 92}, Alias{"订单提交时间", Field::Date, 92},
    Alias{"创建时间", Field::Date, 85}, Alias{"订单成交时间", Field::Date, 90}, Alias{"交易时间", Field::Date, 88}, Alias{"支付时间", Field::Date, 86}, Alias{"付款时间", Field::Date, 86},
    Alias{"订单付款时间", Field::Date, 86}, Alias{"支付完成时间", Field::Date, 85}, Alias{"付款确认时间", Field::Date, 80}, Alias{"成交时间", Field::Date, 86}, Alias{"开始日期", Field::Date, 75},
    Alias{"结束日期", Field::EndDate, 80}, Alias{"出库日期", Field::Date, 70}, Alias{"发货时间", Field::Date, 40}, Alias{"月份", Field::Date, 55},
    Alias{"数量", Field::Quantity, 92}, Alias{"购买数量", Field::Quantity, 95}, Alias{"订购数量", Field::Quantity, 95}, Alias{"商品数量", Field::Quantity, 95}, Alias{"宝贝总数量", Field::Quantity, 90},
    Alias{"宝贝数量", Field::Quantity, 92}, Alias{"销量", Field::Quantity, 93}, Alias{"销售数量", Field::Quantity, 95}, Alias{"成交件数", Field::Quantity, 92}, Alias{"支付件数", Field::Quantity, 92},
    Alias{"件数", Field::Quantity, 85}, Alias{"出库数量", Field::Quantity, 80}, Alias{"销售件数", Field::Quantity, 94},
    Alias{"商家编码", Field::Item, 92}, Alias{"商品编码", Field::Item, 94}, Alias{"商品id", Field::Item, 88}, Alias{"商品编号", Field::Item, 92}, Alias{"货号", Field::Item, 86}, Alias{"sku编码", Field::Item, 95},
    Alias{"sku编号", Field::Item, 95}, Alias{"外部系统编号", Field::Item, 78}, Alias{"宝贝id", Field::Item, 86}, Alias{"商家编码规格维度", Field::Item, 94}, Alias{"商家编码商品维度", Field::Item, 90},
    Alias{"样式id", Field::Item, 80}, Alias{"规格编码", Field::Item, 88}, Alias{"条码", Field::Item, 84}, Alias{"商品条码", Field::Item, 86}, Alias{"款号", Field::Item, 84}, Alias{"物料编码", Field::Item, 85},
    Alias{"商品代码", Field::Item, 92}, Alias{"产品编码", Field::Item, 90}, Alias{"商品", Field::Item, 50}, Alias{"商品", Field::Name, 70},
    Alias{"商品名称", Field::Name, 95}, Alias{"商品标题", Field::Name, 93}, Alias{"宝贝标题", Field::Name, 93}, Alias{"宝贝名称", Field::Name, 93}, Alias{"标题", Field::Name, 85}, Alias{"选购商品", Field::Name, 90},
    Alias{"品名", Field::Name, 90}, Alias{"产品名称", Field::Name, 92}, Alias{"货品名称", Field::Name, 90}, Alias{"名称", Field::Name, 60},
    Alias{"门店", Field::Location, 90}, Alias{"门店编码", Field::Location, 92}, Alias{"门店编号", Field::Location, 92}, Alias{"门店名称", Field::Location, 85}, Alias{"店铺", Field::Location, 80}, Alias{"店铺id", Field::Location, 78},
    Alias{"店铺名称", Field::Location, 80}, Alias{"仓库", Field::Location, 85}, Alias{"仓库编码", Field::Location, 88}, Alias{"仓库名称", Field::Location, 84}, Alias{"发货仓", Field::Location, 78}, Alias{"仓店", Field::Location, 88},
    Alias{"渠道", Field::Channel, 90}, Alias{"销售渠道", Field::Channel, 92}, Alias{"平台", Field::Channel, 85}, Alias{"订单渠道", Field::Channel, 85}, Alias{"订单来源", Field::Channel, 70}, Alias{"来源", Field::Channel, 50},
    Alias{"订单号", Field::Order, 94}, Alias{"订单编号", Field::Order, 94}, Alias{"主订单编号", Field::Order, 95}, Alias{"子订单编号", Field::Order, 80}, Alias{"订单id", Field::Order, 92}, Alias{"交易号", Field::Order, 80},
    Alias{"单号", Field::Order, 75}, Alias{"单据编号", Field::Order, 75}, Alias{"小票号", Field::Order, 80},
    Alias{"客户id", Field::Customer, 92}, Alias{"会员id", Field::Customer, 90}, Alias{"买家id", Field::Customer, 90}, Alias{"会员号", Field::Customer, 88}, Alias{"客户编号", Field::Customer, 92}, Alias{"客户编码", Field::Customer, 92},
    Alias{"买家会员名", Field::Customer, 80}, Alias{"买家昵称", Field::Customer, 78}, Alias{"下单帐号", Field::Customer, 80}, Alias{"下单账号", Field::Customer, 80}, Alias{"用户id", Field::Customer, 88},
    Alias{"单价", Field::Price, 94}, Alias{"价格", Field::Price, 88}, Alias{"商品单价", Field::Price, 95}, Alias{"销售单价", Field::Price, 95}, Alias{"售价", Field::Price, 90}, Alias{"京东价", Field::Price, 92},
    Alias{"商品价格", Field::Price, 92}, Alias{"成交单价", Field::Price, 93},
    Alias{"金额", Field::Amount, 85}, Alias{"商品金额", Field::Amount, 88}, Alias{"销售额", Field::Amount, 90}, Alias{"销售金额", Field::Amount, 92}, Alias{"总金额", Field::Amount, 78}, Alias{"商品总价", Field::Amount, 88},
    Alias{"用户实付金额", Field::Amount, 86}, Alias{"商家实收金额", Field::Amount, 80}, Alias{"实付金额", Field::Amount, 88}, Alias{"买家实际支付金额", Field::Amount, 86}, Alias{"订单金额", Field::Amount, 75},
    Alias{"订单应付金额", Field::Amount, 80}, Alias{"应付金额", Field::Amount, 74}, Alias{"结算金额", Field::Amount, 76}, Alias{"成交金额", Field::Amount, 88}, Alias{"支付金额", Field::Amount, 88},
    Alias{"成本", Field::Cost, 90}, Alias{"成本价", Field::Cost, 92}, Alias{"单位成本", Field::Cost, 92}, Alias{"采购价", Field::Cost, 80}, Alias{"进价", Field::Cost, 85},
    Alias{"类目", Field::Category, 92}, Alias{"商品类目", Field::Category, 92}, Alias{"品类", Field::Category, 90}, Alias{"分类", Field::Category, 85}, Alias{"商品分类", Field::Category, 92}, Alias{"一级类目", Field::Category, 80},
    Alias{"品牌", Field::Brand, 92}, Alias{"品牌名称", Field::Brand, 92}, Alias{"促销", Field::Promotion, 90}, Alias{"是否促销", Field::Promotion, 92}, Alias{"活动", Field::Promotion, 70},
    Alias{"品号", Field::Item, 86}, Alias{"门市", Field::Location, 85}, Alias{"会员编号", Field::Customer, 88},
    // Japanese names, in the simplified characters of headerKey.
    Alias{"注文番号", Field::Order, 94}, Alias{"注文id", Field::Order, 93}, Alias{"注文日", Field::Date, 92}, Alias{"注文日时", Field::Date, 92}, Alias{"売上日", Field::Date, 92},
    Alias{"商品番号", Field::Item, 93}, Alias{"商品コード", Field::Item, 93}, Alias{"商品管理番号", Field::Item, 90}, Alias{"品番", Field::Item, 86}, Alias{"商品名", Field::Name, 92},
    Alias{"个数", Field::Quantity, 92}, Alias{"売上数", Field::Quantity, 92}, Alias{"単価", Field::Price, 94}, Alias{"売上金额", Field::Amount, 90}, Alias{"店舗", Field::Location, 88},
    Alias{"店舗名", Field::Location, 84}, Alias{"カテゴリ", Field::Category, 88}, Alias{"ブランド", Field::Brand, 90},
    Alias{"浏览量", Field::Views, 92}, Alias{"商品浏览量", Field::Views, 95}, Alias{"点击量", Field::Views, 75}, Alias{"访客数", Field::Visitors, 92}, Alias{"商品访客数", Field::Visitors, 95}, Alias{"搜索次数", Field::Searches, 90},
    Alias{"加购件数", Field::Carts, 92}, Alias{"商品加购件数", Field::Carts, 95}, Alias{"加购人数", Field::Carts, 85}, Alias{"商品加购人数", Field::Carts, 85}, Alias{"收藏人数", Field::Favourites, 90}, Alias{"商品收藏人数", Field::Favourites, 92}, Alias{"收藏次数", Field::Favourites, 90},
    Alias{"支付买家数", Field::Orders, 80}, Alias{"下单买家数", Field::Orders, 78}, Alias{"订单数", Field::Orders, 90}, Alias{"会话id", Field::Session, 90}, Alias{"行为类型", Field::Event, 92}, Alias{"事件", Field::Event, 80},
    Alias{"交货周期", Field::LeadTime, 90}, Alias{"采购周期", Field::LeadTime, 90}, Alias{"补货周期", Field::LeadTime, 88}, Alias{"到货天数", Field::LeadTime, 85}, Alias{"箱规", Field::PackSize, 92}, Alias{"装箱数", Field::PackSize, 92}, Alias{"起订量", Field::PackSize, 60},
    Alias{"图片", Field::Image, 88}, Alias{"商品图片", Field::Image, 90}, Alias{"主图", Field::Image, 90}, Alias{"描述", Field::Text, 75}, Alias{"商品描述", Field::Text, 88}, Alias{"商品详情", Field::Text, 80},
    Alias{"父编码", Field::Parent, 90}, Alias{"父商品编码", Field::Parent, 92}, Alias{"主商品编码", Field::Parent, 88}, Alias{"上级编码", Field::Parent, 85},
    Alias{"子商品编码", Field::Item, 93}, Alias{"子编码", Field::Item, 92}, Alias{"子件编码", Field::Item, 92}, Alias{"组件编码", Field::Item, 92}, Alias{"单品编码", Field::Item, 93}, Alias{"赠品编码", Field::Item, 92}, Alias{"新编码", Field::Item, 90}, Alias{"新品编码", Field::Item, 90}, Alias{"新商品编码", Field::Item, 91},
    Alias{"关系", Field::Relation, 90}, Alias{"关系类型", Field::Relation, 92}, Alias{"款号", Field::Style, 83}, Alias{"款式编码", Field::Style, 92}, Alias{"款式编号", Field::Style, 92}, Alias{"款式", Field::Style, 80}, Alias{"spu编码", Field::Style, 90},
    Alias{"套装编码", Field::Bundle, 92}, Alias{"套装", Field::Bundle, 85}, Alias{"套餐编码", Field::Bundle, 90}, Alias{"组合商品编码", Field::Bundle, 94}, Alias{"组合装编码", Field::Bundle, 94}, Alias{"组合编码", Field::Bundle, 90}, Alias{"组合装商家编码", Field::Bundle, 92},
    Alias{"主品编码", Field::GiftOf, 92}, Alias{"主品", Field::GiftOf, 80}, Alias{"旧编码", Field::Replaces, 90}, Alias{"原编码", Field::Replaces, 85}, Alias{"旧商品编码", Field::Replaces, 92}, Alias{"原商品编码", Field::Replaces, 86}, Alias{"被替代编码", Field::Replaces, 92},
    Alias{"尺码", Field::Size, 92}, Alias{"尺寸", Field::Size, 75}, Alias{"应占售价比例", Field::Share, 90}, Alias{"售价占比", Field::Share, 88}, Alias{"金额占比", Field::Share, 88}, Alias{"分摊比例", Field::Share, 88}, Alias{"占比", Field::Share, 75},
    Alias{"组合数量", Field::Quantity, 92}, Alias{"子件数量", Field::Quantity, 92}, Alias{"单套数量", Field::Quantity, 92},
    Alias{"库存", Field::Stock, 92}, Alias{"库存数量", Field::Stock, 93}, Alias{"现有库存", Field::Stock, 92}, Alias{"是否有货", Field::Availability, 92}, Alias{"有货", Field::Availability, 85},
};

// Geography says where a shop's daily totals come from only where no customer is in sight; column_guess.cpp sees to that.
constexpr std::array regionKeys = {std::string_view("state"), std::string_view("region"), std::string_view("province"),
                                   std::string_view("city"), std::string_view("省份"), std::string_view("城市"),
                                   std::string_view("地区"), std::string_view("区域")};

constexpr std::array personalParts = {
    std::string_view("email"), std::string_view("phone"), std::string_view("mobile"), std::string_view("telephone"),
    std::string_view("address"), std::string_view("street"), std::string_view("postcode"), std::string_view("postalcode"),
    std::string_view("zipcode"), std::string_view("firstname"), std::string_view("lastname"), std::string_view("fullname"),
    std::string_view("surname"), std::string_view("customername"), std::string_view("buyername"), std::string_view("recipient"),
    std::string_view("contactname"), std::string_view("clientname"), std::string_view("billing"), std::string_view("shippingname"),
    std::string_view("shippingcity"), std::string_view("shippingzip"), std::string_view("shippingprovince"), std::string_view("shippingcompany"),
    std::string_view("shipcity"), std::string_view("shipstate"), std::string_view("shippostal"), std::string_view("birth"), std::string_view("passport"),
    std::string_view("收货人"), std::string_view("收件人"), std::string_view("姓名"), std::string_view("电话"), std::string_view("手机"),
    std::string_view("地址"), std::string_view("邮箱"), std::string_view("邮编"), std::string_view("身份证"), std::string_view("支付宝账号"),
    std::string_view("留言"), std::string_view("发票抬头"), std::string_view("客户名称"), std::string_view("备注")};

constexpr std::array personalKeys = {std::string_view("zip"), std::string_view("tel"), std::string_view("fax"), std::string_view("notes"),
                                     std::string_view("noteattributes"), std::string_view("buyer")};

constexpr std::array covariateParts = {
    std::string_view("holiday"), std::string_view("promo"), std::string_view("event"), std::string_view("weekday"), std::string_view("dayofweek"),
    std::string_view("open"), std::string_view("closed"), std::string_view("snap"), std::string_view("feature"), std::string_view("display"),
    std::string_view("discount"), std::string_view("weather"), std::string_view("temperature"), std::string_view("year"), std::string_view("currency"),
    std::string_view("status"), std::string_view("price"), std::string_view("holidays"), std::string_view("unit"), std::string_view("payment"),
    std::string_view("method"), std::string_view("状态"), std::string_view("节假日"), std::string_view("天气"), std::string_view("星期"), std::string_view("折扣"),
    std::string_view("币种")};

template <typename List>
bool containsAny(const std::string& key, const List& parts) {
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return key.find(part) != std::string::npos; });
}

template <typename List>
bool isOneOf(const std::string& key, const List& keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

namespace {

using Candidates = decltype(HeaderMeaning::candidates);

/// What each alias may stand for, in the order of the lists.
const std::unordered_map<std::string_view, Candidates>& aliasIndex() {
    static const auto index = [] {
        std::unordered_map<std::string_view, Candidates> all;
        const auto collect = [&](const auto& aliases) {
            for (const Alias& alias : aliases) {
                all[alias.key].push_back({alias.field, alias.weight});
            }
        };
        collect(englishAliases);
        collect(chineseAliases);
        return all;
    }();
    return index;
}

}  // namespace

HeaderMeaning headerMeaning(const std::string& key) {
    HeaderMeaning meaning;
    if (const auto found = aliasIndex().find(key); found != aliasIndex().end()) {
        meaning.candidates = found->second;
    }
    if (isOneOf(key, regionKeys)) {
        meaning.candidates.push_back({Field::Location, 20});
    }
    meaning.isPersonal = meaning.candidates.empty() && (containsAny(key, personalParts) || isOneOf(key, personalKeys));
    meaning.isCountry = key.find("country") != std::string::npos || key.find("国家") != std::string::npos;
    meaning.isCovariate = meaning.candidates.empty() && !meaning.isPersonal && containsAny(key, covariateParts);
    return meaning;
}

}  // namespace foresell
