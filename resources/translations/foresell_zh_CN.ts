<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Method</name>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>MLP</source>
        <translation>MLP</translation>
    </message>
    <message>
        <source>moving average</source>
        <translation>移动平均</translation>
    </message>
    <message>
        <source>last week&apos;s pattern</source>
        <translation>上周走势</translation>
    </message>
    <message>
        <source>last year&apos;s pattern</source>
        <translation>去年走势</translation>
    </message>
    <message>
        <source>automatic choice</source>
        <translation>自动选择</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n 周</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n 个月</numerusform>
        </translation>
    </message>
    <message>
        <source>A network that reads the history period by period and remembers what matters.</source>
        <translation>逐期读取历史并记住要点的网络。</translation>
    </message>
    <message>
        <source>A network that sees a stretch of history at once. Quick to train.</source>
        <translation>一次看一段历史的网络，训练很快。</translation>
    </message>
    <message>
        <source>Repeats the same weekday of last week, or the same week or month of last year.</source>
        <translation>重复上周的同一天，或去年的同一周、同一月。</translation>
    </message>
    <message>
        <source>The mean of the latest periods. Good where sales have no pattern.</source>
        <translation>最近若干期的平均值，适合销售没有规律的商品。</translation>
    </message>
    <message>
        <source>last value</source>
        <translation>最近一期的值</translation>
    </message>
    <message>
        <source>Repeats the latest period. The plainest forecast there is.</source>
        <translation>重复最近一期，是最简单的预测。</translation>
    </message>
    <message>
        <source>straight line</source>
        <translation>直线外推</translation>
    </message>
    <message>
        <source>Carries the line from the first to the latest period on.</source>
        <translation>把第一期到最近一期的连线延长下去。</translation>
    </message>
    <message>
        <source>Croston</source>
        <translation>Croston 法</translation>
    </message>
    <message>
        <source>For items that sell now and then: smooths how much is sold and how long it takes until the next sale.</source>
        <translation>适合偶尔才有销量的商品：分别平滑每次卖多少，以及隔多久才卖一次。</translation>
    </message>
    <message>
        <source>Croston, corrected</source>
        <translation>修正的 Croston 法（SBA）</translation>
    </message>
    <message>
        <source>Croston without its habit of forecasting too much (Syntetos and Boylan).</source>
        <translation>纠正了 Croston 法预测偏高的毛病（Syntetos 与 Boylan）。</translation>
    </message>
    <message>
        <source>TSB</source>
        <translation>TSB 法</translation>
    </message>
    <message>
        <source>For items that sell now and then and may die out: the forecast sinks while nothing is sold.</source>
        <translation>适合偶尔有销量、且可能停售的商品：没有销量时预测逐期下降。</translation>
    </message>
    <message>
        <source>ADIDA</source>
        <translation>ADIDA 法</translation>
    </message>
    <message>
        <source>For items that sell now and then: adds sales up over longer stretches, forecasts these and spreads the result evenly.</source>
        <translation>适合偶尔有销量的商品：先把销量按较长时段汇总，预测汇总值，再平均分摊。</translation>
    </message>
    <message>
        <source>IMAPA</source>
        <translation>IMAPA 法</translation>
    </message>
    <message>
        <source>As ADIDA, with stretches of several lengths and the mean of all.</source>
        <translation>与 ADIDA 法相同，但用多种长度的时段并取平均。</translation>
    </message>
    <message>
        <source>exponential smoothing</source>
        <translation>指数平滑</translation>
    </message>
    <message>
        <source>Theta</source>
        <translation>Theta 法</translation>
    </message>
    <message>
        <source>The mean of the long trend and of the recent level, with the season put back. Simple and hard to beat.</source>
        <translation>长期趋势与近期水平的平均，再加回季节。简单却很难被超越。</translation>
    </message>
    <message>
        <source>Theta, optimised</source>
        <translation>优化的 Theta 法</translation>
    </message>
    <message>
        <source>Theta that also learns how much the long trend counts.</source>
        <translation>还会学习长期趋势应占多大比重的 Theta 法。</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>As LSTM, with a simpler memory.</source>
        <translation>与 LSTM 相似，但记忆更简单。</translation>
    </message>
    <message>
        <source>simple recurrent network</source>
        <translation>简单循环网络</translation>
    </message>
    <message>
        <source>Reads the history period by period with the plainest memory. For comparison.</source>
        <translation>用最简单的记忆逐期读取历史，供比较。</translation>
    </message>
    <message>
        <source>CNN over time</source>
        <translation>时间卷积网络</translation>
    </message>
    <message>
        <source>Looks for shapes in the history, near ones and far ones. Quick to train.</source>
        <translation>在历史中寻找远近不同的形状，训练很快。</translation>
    </message>
    <message>
        <source>TiDE</source>
        <translation>TiDE</translation>
    </message>
    <message>
        <source>As MLP, deeper, with a straight way past its layers. Good with known prices and promotions.</source>
        <translation>与 MLP 相似但更深，并有绕过各层的直接通路。适合价格和促销已知的情况。</translation>
    </message>
    <message>
        <source>N-HiTS</source>
        <translation>N-HiTS</translation>
    </message>
    <message>
        <source>Explains slow swings first, then faster ones. Good for long horizons and few long series.</source>
        <translation>先解释缓慢的波动，再解释较快的波动。适合较长的预测期和少量长序列。</translation>
    </message>
    <message>
        <source>attention (TFT)</source>
        <translation>注意力网络 (TFT)</translation>
    </message>
    <message>
        <source>Weighs which data and which past periods matter to each period ahead. Slow to train.</source>
        <translation>为未来每一期权衡哪些数据和哪些过去的时期重要，训练较慢。</translation>
    </message>
    <message>
        <source>autoencoder</source>
        <translation>自编码器</translation>
    </message>
    <message>
        <source>three MLPs</source>
        <translation>三个 MLP</translation>
    </message>
    <message>
        <source>Three MLPs that learn side by side; the forecast is their mean. Steadier, at three times the training time.</source>
        <translation>三个 MLP 并排学习，预测取三者的平均。更稳健，但训练时间为三倍。</translation>
    </message>
    <message>
        <source>sample paths (DeepAR)</source>
        <translation>抽样路径 (DeepAR)</translation>
    </message>
    <message>
        <source>Draws many possible courses period by period, each period from the one before; the forecast is their spread. Slow to forecast.</source>
        <translation>逐期抽取许多可能的走势，每一期都以前一期为依据；预测取自这些走势的分布，计算较慢。</translation>
    </message>
    <message>
        <source>The level of each item times effects of weekday, season, promotions, prices and holidays, which are learnt from all items together. Quick, and strong where promotions matter.</source>
        <translation>每个商品的水平乘以星期、季节、促销、价格和节假日的效应，这些效应由所有商品共同学得。速度快，在促销影响大的地方尤其有效。</translation>
    </message>
    <message>
        <source>season and trend</source>
        <translation>季节与趋势</translation>
    </message>
    <message>
        <source>Takes the pattern of the week and of the year off, follows what is left, and puts the patterns back (MSTL). Good where both matter.</source>
        <translation>先去掉一周和一年的规律，跟踪剩下的部分，再把规律加回去（MSTL）。两种规律都明显时效果好。</translation>
    </message>
    <message>
        <source>boosted trees</source>
        <translation>提升树</translation>
    </message>
    <message>
        <source>Hundreds of small decision trees, learnt from all items together: recent sales, calendar, prices, promotions and item data. Strong on most shops; takes a minute or so.</source>
        <translation>用所有商品一起学习的几百棵小决策树：近期销量、日历、价格、促销和商品资料。在多数店铺表现好，大约需要一分钟。</translation>
    </message>
    <message>
        <source>Follows level, trend and season, the latest periods most. Averages those of up to fifteen forms that fit an item best.</source>
        <translation>跟随水平、趋势和季节，越近的时期越重要。在最多十五种形式中，把最适合各商品的几种取平均。</translation>
    </message>
    <message>
        <source>Learns first to tell the history in few numbers, then forecasts from these. Also marks items whose latest sales are unlike their usual course.</source>
        <translation>先学会用很少的数字概括历史，再据此预测。还会标出近期销量与平时走势不同的商品。</translation>
    </message>
    <message>
        <source>calendar effects</source>
        <translation>日历与促销效应</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Sold</source>
        <translation>已售</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Forecast from %1</source>
        <translation>预测自%1起</translation>
    </message>
    <message>
        <source>Receipt: run %1 · %2 · sales to %3 · data %4 · seed %5 · Foresell %6</source>
        <translation>凭据：第 %1 次训练 · %2 · 销售截至%3 · 数据 %4 · 种子 %5 · Foresell %6</translation>
    </message>
    <message>
        <source>Expect %1 units in the next %2</source>
        <translation>未来 %2预计销量 %1 件</translation>
    </message>
    <message>
        <source>Daily units, whole shop</source>
        <translation>全店每日销量</translation>
    </message>
    <message>
        <source>Weekly units, whole shop</source>
        <translation>全店每周销量</translation>
    </message>
    <message>
        <source>Monthly units, whole shop</source>
        <translation>全店每月销量</translation>
    </message>
    <message>
        <source>Four times out of five the total should fall between %1 and %2.</source>
        <translation>五次中有四次，总量会落在 %1 与 %2 之间。</translation>
    </message>
    <message>
        <source>That is about as many as in the same time of last year.</source>
        <translation>与去年同期大致相同。</translation>
    </message>
    <message>
        <source>That is %1 more than in the same time of last year.</source>
        <translation>比去年同期多 %1。</translation>
    </message>
    <message>
        <source>That is %1 less than in the same time of last year.</source>
        <translation>比去年同期少 %1。</translation>
    </message>
    <message>
        <source>Made from %1 sale lines of %2 items, %3 to %4.</source>
        <translation>依据 %2 个商品的 %1 行销售记录，%3至%4。</translation>
    </message>
    <message>
        <source>Units, %1</source>
        <translation>销量，%1</translation>
    </message>
    <message>
        <source>80% between %1 and %2</source>
        <translation>80% 区间 %1 – %2</translation>
    </message>
    <message>
        <source>Sales value</source>
        <translation>销售额</translation>
    </message>
    <message>
        <source>at the last known prices</source>
        <translation>按最近单价</translation>
    </message>
    <message>
        <source>no prices known</source>
        <translation>单价未知</translation>
    </message>
    <message>
        <source>Against last year</source>
        <translation>较去年同期</translation>
    </message>
    <message>
        <source>%1 units then</source>
        <translation>%1 件（去年）</translation>
    </message>
    <message>
        <source>Error of past forecasts</source>
        <translation>以往预测误差</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未检验</translation>
    </message>
    <message>
        <source>Bands: 50, 80 and 95% of likely outcomes</source>
        <translation>区间：50%、80% 和 95% 的可能结果</translation>
    </message>
    <message>
        <source>The %n item(s) with the highest expected sales value</source>
        <translation>预计销售额最高的 %n 个商品</translation>
    </message>
    <message>
        <source>The %n item(s) with the most expected units</source>
        <translation>预计销量最高的 %n 个商品</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Past and next</source>
        <translation>历史与预测</translation>
    </message>
    <message>
        <source>Next %1</source>
        <translation>未来 %1</translation>
    </message>
    <message>
        <source>80% between</source>
        <translation>80% 区间</translation>
    </message>
    <message>
        <source>vs last year</source>
        <translation>同比</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>The largest items, past and forecast</source>
        <translation>主要商品：历史与预测</translation>
    </message>
    <message>
        <source>The history is too short to hold a part of it back, so the forecast could not be tested. Treat it as a first estimate.</source>
        <translation>历史太短，无法留出一段来检验，请把预测当作初步估计。</translation>
    </message>
    <message>
        <source>On sales it had not seen, %1 missed by %2 of the units sold, the simple method %3 by %4: the simple method is better, and the program says so.</source>
        <translation>在未见过的销售上，%1 的偏差为销量的 %2，简单方法（%3）为 %4：简单方法更好，特此说明。</translation>
    </message>
    <message>
        <source>On sales it had not seen, %1 missed by %2 of the units sold, the simple method %3 by %4: they are about even.</source>
        <translation>在未见过的销售上，%1 的偏差为销量的 %2，简单方法（%3）为 %4：两者相当。</translation>
    </message>
    <message>
        <source>How far to trust it</source>
        <translation>可信程度</translation>
    </message>
    <message>
        <source>Tested on %1 to %2, which no method had seen, in %n forecast(s). The method that made this forecast: %3.</source>
        <translation>用%1至%2的销售检验，任何方法都未见过这段数据；共预测 %n 次。本次预测所用方法：%3。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Error (WAPE)</source>
        <translation>预测误差 (WAPE)</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>In 80% band</source>
        <translation>落入 80% 区间</translation>
    </message>
    <message>
        <source>Exact repeats</source>
        <translation>完全重复</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Zero or negative price</source>
        <translation>零价或负价</translation>
    </message>
    <message>
        <source>Not products</source>
        <translation>非商品</translation>
    </message>
    <message>
        <source>Bulk orders</source>
        <translation>大宗订单</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>What cleaning did</source>
        <translation>清洗结果</translation>
    </message>
    <message>
        <source>%1 lines imported = %2 kept + %3 set aside. Nothing was deleted.</source>
        <translation>导入 %1 行 = 保留 %2 行 + 剔除 %3 行。没有删除任何数据。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Method and receipt</source>
        <translation>方法与凭据</translation>
    </message>
    <message>
        <source>Figures of several items or periods are sums of expected units. Their ranges are estimated: between items from the range of the whole shop, between periods as if errors were half alike.</source>
        <translation>多个商品或多期的数字是预期销量之和。其区间为估计值：商品之间依据全店区间推算，各期之间按误差一半相同计算。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>自%2起 %1</translation>
    </message>
    <message>
        <source>Sales seen until</source>
        <translation>销售数据截至</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列数</translation>
    </message>
    <message>
        <source>Rounds of training</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>%1, best %2</source>
        <translation>%1，最佳第 %2 轮</translation>
    </message>
    <message>
        <source>Data hash</source>
        <translation>数据哈希</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>%1, %2 threads</source>
        <translation>%1，%2 线程</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>制作软件</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>凭据</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Merged items and locations</source>
        <translation>合并的商品和仓店</translation>
    </message>
    <message>
        <source>Units and currencies</source>
        <translation>单位与币种</translation>
    </message>
    <message>
        <source>Near repeats</source>
        <translation>近似重复</translation>
    </message>
    <message>
        <source>Test and internal orders</source>
        <translation>测试与内部订单</translation>
    </message>
    <message>
        <source>Wholesale orders</source>
        <translation>批发订单</translation>
    </message>
    <message>
        <source>Click-farm orders</source>
        <translation>刷单</translation>
    </message>
    <message>
        <source>Odd prices</source>
        <translation>异常价格</translation>
    </message>
    <message>
        <source>Odd days</source>
        <translation>异常日</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>停业日</translation>
    </message>
    <message>
        <source>Days without stock</source>
        <translation>缺货日</translation>
    </message>
    <message>
        <source>Days off and worked weekends after %1 are not announced yet; the forecast knows the statutory days alone.</source>
        <translation>%1之后的放假调休安排尚未公布，预测只按法定节假日计算。</translation>
    </message>
    <message>
        <source>By fiscal month</source>
        <translation>按财月</translation>
    </message>
    <message>
        <source>Fiscal month</source>
        <translation>财月</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Month %1 of %2</source>
        <translation>%2年第%1财月</translation>
    </message>
    <message>
        <source>%1, in part</source>
        <translation>%1（部分）</translation>
    </message>
    <message>
        <source>On sales it had not seen, %1 missed by %2 of the units sold. It was not compared with trees or networks.</source>
        <translation>在未见过的销售上，%1 的偏差为销量的 %2。没有与提升树或网络比较。</translation>
    </message>
    <message>
        <source>On sales it had not seen, %1 missed by %2 of the units sold, the best simple method, %3, by %4: the simple method is beaten.</source>
        <translation>在未见过的销售上，%1 的偏差为销量的 %2，最好的简单方法（%3）为 %4：优于简单方法。</translation>
    </message>
    <message>
        <source>Successors</source>
        <translation>接替商品</translation>
    </message>
    <message>
        <source>Bundles and gifts</source>
        <translation>套装与赠品</translation>
    </message>
    <message>
        <source>Styles instead of sizes</source>
        <translation>按款式而非尺码</translation>
    </message>
    <message>
        <source>%1 further lines stand for what was in bundles or came as a gift.</source>
        <translation>另有 %1 行代表套装中的商品或赠品。</translation>
    </message>
    <message>
        <source>The network was imported and not tested on this shop&apos;s sales, so nothing says how far off it is.</source>
        <translation>该网络是导入的，没有用本店销量检验过，无法说明误差大小。</translation>
    </message>
</context>
<context>
    <name>foresell::BeforeAfterChart</name>
    <message>
        <source>%1: %2 units taken off.</source>
        <translation>%1：剔除 %2 件。</translation>
    </message>
</context>
<context>
    <name>foresell::BeforeAfterPlot</name>
    <message>
        <source>Taken off</source>
        <translation>已剔除</translation>
    </message>
</context>
<context>
    <name>foresell::Calendar</name>
    <message>
        <source>W%1</source>
        <translation>第%1周</translation>
    </message>
    <message>
        <source>Fiscal month %1 of %2</source>
        <translation>%2年第%1财月</translation>
    </message>
    <message>
        <source>Days off and worked weekends after %1 are not announced yet. Until then only the statutory days count as holidays.</source>
        <translation>%1之后的放假调休安排尚未公布。公布之前，只有法定节假日当天算作假日。</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>德国</translation>
    </message>
    <message>
        <source>France</source>
        <translation>法国</translation>
    </message>
    <message>
        <source>the United Kingdom</source>
        <translation>英国</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>the United States</source>
        <translation>美国</translation>
    </message>
</context>
<context>
    <name>foresell::CalendarPage</name>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>holidays of %1</source>
        <translation>%1节假日</translation>
    </message>
    <message>
        <source>a change counts from the next training on</source>
        <translation>改动从下次训练起生效</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Remove event</source>
        <translation>移除活动</translation>
    </message>
    <message>
        <source>Take back changes</source>
        <translation>撤回改动</translation>
    </message>
    <message>
        <source>No project yet</source>
        <translation>还没有项目</translation>
    </message>
    <message>
        <source>Open or start a project to see its holidays and shopping events.</source>
        <translation>打开或新建项目后，可查看节假日和大促活动。</translation>
    </message>
    <message>
        <source>Go to Start</source>
        <translation>前往开始页</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>下一年</translation>
    </message>
    <message>
        <source>Days of the year</source>
        <translation>全年日历</translation>
    </message>
    <message>
        <source>Holidays and events</source>
        <translation>节假日与活动</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>worked weekend</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>festival</source>
        <translation>节日</translation>
    </message>
    <message>
        <source>opening, main days</source>
        <translation>开门红、爆发</translation>
    </message>
    <message>
        <source>presale, encore</source>
        <translation>预售、返场</translation>
    </message>
    <message>
        <source>Add event…</source>
        <translation>添加活动…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>worldwide shopping events; the settings offer the holidays of a country</source>
        <translation>全球购物节；可在设置中选择国家的节假日</translation>
    </message>
</context>
<context>
    <name>foresell::ChangedLinesExport</name>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Item code</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Units now</source>
        <translation>现件数</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>foresell::ChangedLinesModel</name>
    <message>
        <source>set aside</source>
        <translation>已剔除</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>foresell::CleaningChart</name>
    <message>
        <source>Whole recipe</source>
        <translation>整个方案</translation>
    </message>
    <message>
        <source>%1, %2: before and after</source>
        <translation>%1，%2：前后对比</translation>
    </message>
    <message>
        <source>%1: before and after</source>
        <translation>%1：前后对比</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>导入时</translation>
    </message>
    <message>
        <source>Before this step</source>
        <translation>此步骤之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>此步骤</translation>
    </message>
    <message>
        <source>Units sold a week</source>
        <translation>每周销量</translation>
    </message>
    <message>
        <source>Sales value a week</source>
        <translation>每周销售额</translation>
    </message>
    <message>
        <source>What the chart shows</source>
        <translation>图表内容</translation>
    </message>
    <message>
        <source>Whole shop, or an item</source>
        <translation>全店，或选择商品</translation>
    </message>
    <message>
        <source>Item of the chart</source>
        <translation>图表中的商品</translation>
    </message>
</context>
<context>
    <name>foresell::CleaningPage</name>
    <message>
        <source>Clean the sales</source>
        <translation>清洗销售数据</translation>
    </message>
    <message>
        <source>steps mark lines, they never delete</source>
        <translation>各步骤只做标记，不删除数据</translation>
    </message>
    <message>
        <source>%1 units net</source>
        <translation>净销量 %1 件</translation>
    </message>
    <message>
        <source>%1 units to learn from</source>
        <translation>%1 件用于训练</translation>
    </message>
    <message>
        <source>kept in the file, can come back</source>
        <translation>仍保留在文件中，可恢复</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>清洗</translation>
    </message>
    <message>
        <source>Save the recipe</source>
        <translation>保存清洗方案</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>清洗方案 (*.json)</translation>
    </message>
    <message>
        <source>The recipe cannot be saved there: %1.</source>
        <translation>无法将清洗方案保存到该位置：%1。</translation>
    </message>
    <message>
        <source>Lines imported</source>
        <translation>导入行数</translation>
    </message>
    <message>
        <source>Lines kept</source>
        <translation>保留行数</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>已剔除</translation>
    </message>
    <message>
        <source>Find order or item</source>
        <translation>查找订单或商品</translation>
    </message>
    <message>
        <source>Lines this step changes</source>
        <translation>此步骤更改的行</translation>
    </message>
    <message>
        <source>Save recipe…</source>
        <translation>保存清洗方案…</translation>
    </message>
    <message>
        <source>Apply and train</source>
        <translation>应用并训练</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s), in this order</source>
        <translation>
            <numerusform>%n 个步骤，依次执行</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>全部撤销</translation>
    </message>
    <message>
        <source>Use all steps</source>
        <translation>启用全部步骤</translation>
    </message>
    <message>
        <source>Switches every step off, so that nothing is set aside</source>
        <translation>关闭所有步骤，不剔除任何行</translation>
    </message>
    <message>
        <source>Look at: %1</source>
        <translation>需要查看：%1</translation>
    </message>
    <message>
        <source>These lines hold %1 of all units sold. Keep them if such orders come back.</source>
        <translation>这些行占全部销量的 %1。如果此类订单会再次出现，可保留。</translation>
    </message>
    <message>
        <source>Review %1 lines</source>
        <translation>查看 %1 行</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>%1之前</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>%1之后</translation>
    </message>
    <message>
        <source>Incomplete weeks</source>
        <translation>不完整的周</translation>
    </message>
    <message>
        <source>The sales begin and end with a whole week</source>
        <translation>销售数据的首尾都是整周</translation>
    </message>
    <message>
        <source>Sales %1: part of a week only</source>
        <translation>%1的销售不足一整周</translation>
    </message>
    <message>
        <source> and </source>
        <translation>及</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not learnt</source>
        <translation>不参与训练</translation>
    </message>
    <message>
        <source>the first %1 of %2</source>
        <translation>前 %1 行，共 %2 行</translation>
    </message>
    <message>
        <source>Export the changed lines</source>
        <translation>导出更改的行</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>清洗方案</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Enter or a double click shows the item in the chart</source>
        <translation>按回车或双击，在图表中显示该商品</translation>
    </message>
    <message>
        <source>The recipe is being tried</source>
        <translation>正在试运行清洗方案</translation>
    </message>
    <message>
        <source>Import sales first</source>
        <translation>先导入销售数据</translation>
    </message>
    <message>
        <source>Cleaning finds repeats, cancellations, returns and bulk orders in your sales and shows what it takes off.</source>
        <translation>清洗会找出销售中的重复、取消、退货和大宗订单，并显示剔除了什么。</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>前往数据</translation>
    </message>
    <message>
        <source>Open recipe…</source>
        <translation>打开清洗方案…</translation>
    </message>
    <message>
        <source>Days without stock</source>
        <translation>缺货日</translation>
    </message>
    <message>
        <source>Open a recipe</source>
        <translation>打开清洗方案</translation>
    </message>
    <message>
        <source>The recipe cannot be read: %1.</source>
        <translation>无法读取清洗方案：%1。</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>it is no JSON file</source>
        <translation>不是 JSON 文件</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>选项…</translation>
    </message>
    <message>
        <source>Move the step up (Alt+Up)</source>
        <translation>上移步骤 (Alt+Up)</translation>
    </message>
    <message>
        <source>Move the step down (Alt+Down)</source>
        <translation>下移步骤 (Alt+Down)</translation>
    </message>
    <message>
        <source>Take the step out of the recipe</source>
        <translation>从方案中移除步骤</translation>
    </message>
    <message>
        <source>Undo the last change of the recipe</source>
        <translation>撤销对方案的上一次修改</translation>
    </message>
    <message>
        <source>with %1 lines of parts: %2 units</source>
        <translation>另有 %1 行组成商品：%2 件</translation>
    </message>
</context>
<context>
    <name>foresell::ComingModel</name>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>全部商品</translation>
    </message>
</context>
<context>
    <name>foresell::ComingPanel</name>
    <message>
        <source>The clipboard holds no numbers that fit here. Copy cells from a spreadsheet, then choose the first cell.</source>
        <translation>剪贴板中没有适合此处的数字。请先在电子表格中复制单元格，再选择第一个单元格。</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows.</source>
        <translation>共 %2 行，显示前 %1 行。</translation>
    </message>
    <message>
        <source>Write into a cell, paste from a spreadsheet, or let gaps be filled.</source>
        <translation>可直接填写单元格、从电子表格粘贴，或自动补齐空缺。</translation>
    </message>
    <message>
        <source>Computed by the program; nothing to enter.</source>
        <translation>由程序计算，无需填写。</translation>
    </message>
    <message>
        <source>Coming values</source>
        <translation>未来值</translation>
    </message>
    <message>
        <source>Copy last year</source>
        <translation>沿用去年</translation>
    </message>
    <message>
        <source>Hold last</source>
        <translation>保持最后值</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>foresell::ComparisonDialog</name>
    <message>
        <source>These runs were tested on different days, so their errors do not compare.</source>
        <translation>这些训练在不同的日期上检验，误差无法相互比较。</translation>
    </message>
    <message>
        <source>None of these runs was tested on unseen sales.</source>
        <translation>这些训练都没有在未见过的销量上检验过。</translation>
    </message>
    <message>
        <source>Run %1 is best: on unseen sales it missed by %2 of the units sold.</source>
        <translation>第 %1 次训练最好：在未见过的销量上，误差为销量的 %2。</translation>
    </message>
    <message>
        <source>They learnt from different data.</source>
        <translation>它们使用了不同的数据。</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>比较训练</translation>
    </message>
    <message>
        <source>How the errors fell</source>
        <translation>误差如何下降</translation>
    </message>
    <message>
        <source>How the errors fell (by different losses, which do not compare)</source>
        <translation>误差如何下降（损失函数不同，不可相互比较）</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>foresell::ComparisonModel</name>
    <message>
        <source>Forecast is made by</source>
        <translation>预测方法</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>第 %1 次</translation>
    </message>
</context>
<context>
    <name>foresell::CurvesChart</name>
    <message>
        <source>How the errors fell</source>
        <translation>误差如何下降</translation>
    </message>
    <message>
        <source>%1: lowest %2</source>
        <translation>%1：最低 %2</translation>
    </message>
</context>
<context>
    <name>foresell::CurvesPlot</name>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
</context>
<context>
    <name>foresell::DataOverview</name>
    <message>
        <source>Span</source>
        <translation>时间跨度</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>no gap</source>
        <translation>无间断</translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n 处间断</numerusform>
        </translation>
    </message>
    <message>
        <source>Days without sales</source>
        <translation>无销售天数</translation>
    </message>
    <message>
        <source>closed: %1</source>
        <translation>休业：%1</translation>
    </message>
    <message>
        <source>Exact repeats</source>
        <translation>完全重复</translation>
    </message>
    <message>
        <source>shown by Cleaning</source>
        <translation>在清洗页查看</translation>
    </message>
    <message>
        <source>counted by Cleaning</source>
        <translation>由清洗步骤统计</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>未导入的行</translation>
    </message>
    <message>
        <source>of %1 rows read</source>
        <translation>共读取 %1 行</translation>
    </message>
    <message>
        <source>Sales rows: %1 read = %2 imported + %3 known before + %4 rejected</source>
        <translation>销售行：读取 %1 = 导入 %2 + 此前已有 %3 + 未导入 %4</translation>
    </message>
    <message>
        <source>Export the rejected rows</source>
        <translation>导出未导入的行</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>间断</translation>
    </message>
    <message>
        <source>Take this import back</source>
        <translation>撤回此次导入</translation>
    </message>
    <message>
        <source>Can be undone with Ctrl+Z</source>
        <translation>可用 Ctrl+Z 撤销</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Sale lines a month</source>
        <translation>每月销售行数</translation>
    </message>
    <message>
        <source>Importing corrected rows</source>
        <translation>导入更正后的行</translation>
    </message>
    <message>
        <source>Import corrected rows</source>
        <translation>导入更正后的行</translation>
    </message>
    <message>
        <source>Double-click a row&apos;s text, correct it, then import the corrected rows</source>
        <translation>双击某行的内容进行更正，然后导入更正后的行</translation>
    </message>
    <message>
        <source>New items</source>
        <translation>新商品</translation>
    </message>
    <message numerus="yes">
        <source>first sold in the last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天内首次售出</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended items</source>
        <translation>停售商品</translation>
    </message>
    <message numerus="yes">
        <source>not sold in the last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天没有售出</numerusform>
        </translation>
    </message>
    <message>
        <source>Days without a sale</source>
        <translation>无销售天数占比</translation>
    </message>
    <message>
        <source>of an item, on average</source>
        <translation>每个商品的平均值</translation>
    </message>
    <message>
        <source>Sold-out days</source>
        <translation>缺货天数</translation>
    </message>
    <message numerus="yes">
        <source>of %n item(s)</source>
        <translation>
            <numerusform>涉及 %n 个商品</numerusform>
        </translation>
    </message>
    <message>
        <source>no stock file yet</source>
        <translation>尚未导入库存文件</translation>
    </message>
    <message>
        <source>Sale lines</source>
        <translation>销售行</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Every day has sales.</source>
        <translation>每天都有销售。</translation>
    </message>
    <message>
        <source>No row was rejected.</source>
        <translation>没有未导入的行。</translation>
    </message>
</context>
<context>
    <name>foresell::DataPage</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>%1 sale lines</source>
        <translation>%1 行销售记录</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 个商品</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Update from a folder…</source>
        <translation>从文件夹更新…</translation>
    </message>
    <message>
        <source>Imports what is new in a folder and makes a new forecast (F5)</source>
        <translation>导入文件夹中的新数据并重新预测 (F5)</translation>
    </message>
    <message>
        <source>Clean the sales</source>
        <translation>清洗销售数据</translation>
    </message>
    <message>
        <source>No sales yet</source>
        <translation>暂无销售数据</translation>
    </message>
    <message>
        <source>Import sales…</source>
        <translation>导入销售数据…</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Update from a folder</source>
        <translation>从文件夹更新</translation>
    </message>
    <message>
        <source>Updating from the folder</source>
        <translation>从文件夹更新</translation>
    </message>
    <message>
        <source>Import an order export of your shop: a spreadsheet (.xlsx, .ods), a CSV, TSV or text file, also packed (.zip, .gz). You see what was found before anything is stored.</source>
        <translation>导入店铺导出的订单：表格（.xlsx、.ods）或 CSV、TSV、文本文件，压缩的（.zip、.gz）也可以。保存之前会先显示识别结果。</translation>
    </message>
    <message>
        <source>Sales, plan and item files (*.csv *.tsv *.txt *.gz *.xlsx *.xlsm *.ods *.zip);;All files (*)</source>
        <translation>销售、计划和商品文件 (*.csv *.tsv *.txt *.gz *.xlsx *.xlsm *.ods *.zip);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>粘贴表格</translation>
    </message>
    <message>
        <source>Imports the rows that were copied in a spreadsheet (Ctrl+Shift+V)</source>
        <translation>导入在表格软件中复制的行（Ctrl+Shift+V）</translation>
    </message>
    <message>
        <source>From a database…</source>
        <translation>从数据库导入…</translation>
    </message>
    <message>
        <source>Imports a table or a query of PostgreSQL, MySQL, SQLite or an ODBC source, which is only read</source>
        <translation>导入 PostgreSQL、MySQL、SQLite 或 ODBC 数据源的表或查询，只读取，不写入</translation>
    </message>
</context>
<context>
    <name>foresell::DatabaseDialog</name>
    <message>
        <source>Import from a database</source>
        <translation>从数据库导入</translation>
    </message>
    <message>
        <source>Choose a database file</source>
        <translation>选择数据库文件</translation>
    </message>
    <message>
        <source>Used before</source>
        <translation>用过的连接</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>MySQL or MariaDB</source>
        <translation>MySQL 或 MariaDB</translation>
    </message>
    <message>
        <source>SQLite file</source>
        <translation>SQLite 文件</translation>
    </message>
    <message>
        <source>ODBC data source</source>
        <translation>ODBC 数据源</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Keep the password in the desktop&apos;s keyring</source>
        <translation>将密码保存在桌面的密钥环中</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Let the server add up by day, item and place first: much less to transfer</source>
        <translation>先由服务器按日、商品和仓店合计：传输少得多</translation>
    </message>
    <message>
        <source>Look at the rows</source>
        <translation>查看数据行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>A query</source>
        <translation>查询</translation>
    </message>
    <message>
        <source>What to import</source>
        <translation>导入什么</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>查询语句</translation>
    </message>
    <message>
        <source>Name of the data source, or Driver=…;Server=…</source>
        <translation>数据源名称，或 Driver=…;Server=…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>No table is listed</source>
        <translation>没有列出表</translation>
    </message>
    <message>
        <source>Write a query that names the table.</source>
        <translation>写一条指明表名的查询。</translation>
    </message>
    <message>
        <source>%1 (about %2 rows)</source>
        <translation>%1（约 %2 行）</translation>
    </message>
    <message>
        <source>%1 (view)</source>
        <translation>%1（视图）</translation>
    </message>
    <message>
        <source>The password was not kept</source>
        <translation>密码未保存</translation>
    </message>
    <message>
        <source>This desktop has no keyring that is open. The password is asked for the next time.</source>
        <translation>此桌面没有已打开的密钥环。下次会再次询问密码。</translation>
    </message>
</context>
<context>
    <name>foresell::DeriveDialog</name>
    <message>
        <source>Add a feature by a formula</source>
        <translation>用公式添加特征</translation>
    </message>
    <message>
        <source>Change the formula</source>
        <translation>修改公式</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>插入</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Arithmetic, comparison (price &lt; 10 ? 1 : 0) and min, max, abs, sqrt, ln, exp. It is known in advance where everything in it is.</source>
        <translation>可用四则运算、比较（price &lt; 10 ? 1 : 0）以及 min、max、abs、sqrt、ln、exp。公式中各项都能提前知道时，它也能提前知道。</translation>
    </message>
    <message>
        <source>Use this formula</source>
        <translation>使用此公式</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>foresell::DropHint</name>
    <message>
        <source>Drop to open %1</source>
        <translation>松开以打开 %1</translation>
    </message>
    <message>
        <source>Drop to look at %1</source>
        <translation>松开以查看 %1</translation>
    </message>
    <message numerus="yes">
        <source>Drop to look at %n file(s)</source>
        <translation>
            <numerusform>松开以查看 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>A new project is made for it. Nothing is imported until you agree.</source>
        <translation>将为其新建项目；在你确认之前不会导入任何内容。</translation>
    </message>
    <message>
        <source>For the project %1. Nothing is imported until you agree.</source>
        <translation>导入到项目“%1”；在你确认之前不会导入任何内容。</translation>
    </message>
</context>
<context>
    <name>foresell::EraseDialog</name>
    <message>
        <source>Erase sales</source>
        <translation>抹除销售</translation>
    </message>
    <message>
        <source>For a customer who asks to be forgotten, or for sales that are too old to be kept. The undo history, backups and the states of interrupted trainings are erased with them. Copies that you made and the files that you imported are not touched.</source>
        <translation>用于要求删除信息的顾客，或不应再保留的旧销售。撤销记录、备份和中断训练的状态一并抹除。你自己做的副本和导入的文件不受影响。</translation>
    </message>
    <message>
        <source>Every sale of a customer</source>
        <translation>某位顾客的全部销售</translation>
    </message>
    <message>
        <source>An order</source>
        <translation>一个订单</translation>
    </message>
    <message>
        <source>Every sale before a day</source>
        <translation>某日之前的全部销售</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show what would go</source>
        <translation>查看将抹除的内容</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久抹除</translation>
    </message>
    <message>
        <source>The order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>The customer, as written in the imported file</source>
        <translation>顾客，写法与导入的文件一致</translation>
    </message>
    <message>
        <source>This cannot be undone</source>
        <translation>此操作无法撤销</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Erasing sales</source>
        <translation>抹除销售</translation>
    </message>
    <message>
        <source>Another job is running.</source>
        <translation>另一项任务正在运行。</translation>
    </message>
    <message>
        <source>Wait for it, or stop it at the foot of the window.</source>
        <translation>等它结束，或在窗口底部停止它。</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>正在抹除…</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>已抹除</translation>
    </message>
    <message>
        <source>Something is left</source>
        <translation>仍有残留</translation>
    </message>
    <message>
        <source>No sale line matches. Write it as the imported file does.</source>
        <translation>没有符合的销售行。写法要与导入的文件一致。</translation>
    </message>
    <message>
        <source>%1 sale lines in %2 orders from %3 to %4 would be erased; %5 lines stay.</source>
        <translation>将抹除 %3 至 %4 的 %1 行销售（%2 个订单）；保留 %5 行。</translation>
    </message>
    <message>
        <source>Also the text of %1 rejected rows, %2 undo steps and %3 backups.</source>
        <translation>同时抹除 %1 行未导入行的文字、%2 步撤销记录和 %3 个备份。</translation>
    </message>
    <message>
        <source>Forecasts stay, but have learnt from these sales: train again afterwards.</source>
        <translation>预测保留，但学习过这些销售：之后重新训练。</translation>
    </message>
    <message>
        <source>%1 sale lines were erased.</source>
        <translation>已抹除 %1 行销售。</translation>
    </message>
    <message>
        <source>%1 sale lines were put together into %2 daily sums.</source>
        <translation>%1 行销售已合并为 %2 个每日合计。</translation>
    </message>
    <message>
        <source>Every byte of %1 files was searched for %2 texts and marks of these lines, and every line read again: nothing is left.</source>
        <translation>已在 %1 个文件的每个字节中查找这些行的 %2 个文字和标记，并重读了每一行：没有残留。</translation>
    </message>
    <message>
        <source>%1 lines and %2 places still show what was to be erased. Close other programs that use the project and try again.</source>
        <translation>仍有 %1 行和 %2 处残留。关闭使用此项目的其他程序后再试。</translation>
    </message>
</context>
<context>
    <name>foresell::EventDialog</name>
    <message>
        <source>Add event</source>
        <translation>添加活动</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Main day</source>
        <translation>主日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>On the same dates in later years</source>
        <translation>以后每年同日举行</translation>
    </message>
    <message>
        <source>Forecasts learn its effect</source>
        <translation>预测学习其影响</translation>
    </message>
    <message>
        <source>Days before</source>
        <translation>提前天数</translation>
    </message>
    <message>
        <source>How long before the main day customers wait for it or begin to buy.</source>
        <translation>主日期之前多少天，顾客开始等待或提前购买。</translation>
    </message>
    <message>
        <source>Days after</source>
        <translation>透支天数</translation>
    </message>
    <message>
        <source>How long after it sales stay low, since customers bought ahead.</source>
        <translation>活动后多少天销量偏低，因为顾客已提前买好。</translation>
    </message>
    <message>
        <source>Keep changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1, first day</source>
        <translation>%1开始日期</translation>
    </message>
    <message>
        <source>%1, last day</source>
        <translation>%1结束日期</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>None ticked: in every channel.</source>
        <translation>都不勾选表示全部渠道。</translation>
    </message>
    <message>
        <source>Only in channels</source>
        <translation>仅限渠道</translation>
    </message>
</context>
<context>
    <name>foresell::EventModel</name>
    <message>
        <source>%1 (expected)</source>
        <translation>%1（预计）</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Public holiday</source>
        <translation>法定节假日</translation>
    </message>
    <message>
        <source>Festival</source>
        <translation>节日</translation>
    </message>
    <message>
        <source>Shopping event</source>
        <translation>大促</translation>
    </message>
    <message>
        <source>%1 / %2 days</source>
        <translation>%1 / %2天</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Learnt</source>
        <translation>参与学习</translation>
    </message>
    <message numerus="yes">
        <source>Learnt in %n channel(s)</source>
        <translation>
            <numerusform>在%n个渠道学习</numerusform>
        </translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Before / after</source>
        <translation>提前 / 透支</translation>
    </message>
    <message>
        <source>Days before the main day on which buying changes, and days after it that lack the demand drawn forward</source>
        <translation>主日期前购买行为变化的天数，以及活动后需求被透支的天数</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
</context>
<context>
    <name>foresell::FeatureModel</name>
    <message>
        <source>complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>缺 %1 个</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用“%1”</translation>
    </message>
    <message>
        <source>Course of %1</source>
        <translation>“%1”的走势</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>始终</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>可预知</translation>
    </message>
    <message>
        <source>Past only</source>
        <translation>仅过去</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>Coming values</source>
        <translation>未来值</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>走势</translation>
    </message>
</context>
<context>
    <name>foresell::FeatureWords</name>
    <message>
        <source>Open days</source>
        <translation>营业日</translation>
    </message>
    <message>
        <source>Whether the shop is open. Closed days are not learnt from and are forecast as none.</source>
        <translation>店铺是否营业。休息日不参与学习，预测为零。</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>法定节假日</translation>
    </message>
    <message>
        <source>The share of the days that are off for a public holiday.</source>
        <translation>因法定节假日休息的天数占比。</translation>
    </message>
    <message>
        <source>Make-up work days</source>
        <translation>调休上班日</translation>
    </message>
    <message>
        <source>Weekend days that are worked in place of a holiday.</source>
        <translation>为假期调休而上班的周末。</translation>
    </message>
    <message>
        <source>Price paid, beside the usual</source>
        <translation>成交价与平时之比</translation>
    </message>
    <message>
        <source>The mean price of the sales over what was usual for the item before.</source>
        <translation>成交均价与该商品此前平时价格之比。</translation>
    </message>
    <message>
        <source>Units an order, beside the usual</source>
        <translation>每单件数与平时之比</translation>
    </message>
    <message>
        <source>How many units one order line holds, over what was usual before: many say that large orders came.</source>
        <translation>每行订单的件数与平时之比：偏大说明来了大单。</translation>
    </message>
    <message>
        <source>Views, beside the usual</source>
        <translation>浏览量与平时之比</translation>
    </message>
    <message>
        <source>How often the item was looked at, over what was usual for it before.</source>
        <translation>商品被浏览的次数与此前平时之比。</translation>
    </message>
    <message>
        <source>Visitors, beside the usual</source>
        <translation>访客数与平时之比</translation>
    </message>
    <message>
        <source>How many people looked at the item, over what was usual for it before.</source>
        <translation>浏览该商品的人数与此前平时之比。</translation>
    </message>
    <message>
        <source>Carts, beside the usual</source>
        <translation>加购与平时之比</translation>
    </message>
    <message>
        <source>How often the item was put into a cart, over what was usual for it before.</source>
        <translation>商品被加入购物车的次数与此前平时之比。</translation>
    </message>
    <message>
        <source>Favourites, beside the usual</source>
        <translation>收藏与平时之比</translation>
    </message>
    <message>
        <source>How often the item was marked as a favourite, over what was usual for it before.</source>
        <translation>商品被收藏的次数与此前平时之比。</translation>
    </message>
    <message>
        <source>Searches, beside the usual</source>
        <translation>搜索与平时之比</translation>
    </message>
    <message>
        <source>How often the item was searched for, over what was usual for it before.</source>
        <translation>商品被搜索的次数与此前平时之比。</translation>
    </message>
    <message>
        <source>Orders, beside the usual</source>
        <translation>订单数与平时之比</translation>
    </message>
    <message>
        <source>How often the item was ordered, over what was usual for it before.</source>
        <translation>商品被下单的次数与此前平时之比。</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>转化率</translation>
    </message>
    <message>
        <source>Orders (or units sold) a view over the last four weeks.</source>
        <translation>最近四周每次浏览带来的订单（或销量）。</translation>
    </message>
    <message>
        <source>Carts a view</source>
        <translation>加购率</translation>
    </message>
    <message>
        <source>How many views end in a cart, over the last four weeks.</source>
        <translation>最近四周浏览后加购的比例。</translation>
    </message>
    <message>
        <source>Time since the last view</source>
        <translation>距上次浏览</translation>
    </message>
    <message>
        <source>Periods since somebody last looked at the item.</source>
        <translation>距离上次有人浏览该商品的期数。</translation>
    </message>
    <message>
        <source>How regularly it is viewed</source>
        <translation>浏览频率</translation>
    </message>
    <message>
        <source>The share of the latest periods in which somebody looked at the item.</source>
        <translation>最近各期中有人浏览的占比。</translation>
    </message>
    <message>
        <source>Returning visitors</source>
        <translation>回访占比</translation>
    </message>
    <message>
        <source>The share of the visitors who had been there on an earlier day.</source>
        <translation>访客中之前来过的占比。</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>上架时长</translation>
    </message>
    <message>
        <source>Years since the item first sold here.</source>
        <translation>该商品在此首次售出以来的年数。</translation>
    </message>
    <message>
        <source>Place in the year (1)</source>
        <translation>年内位置（1）</translation>
    </message>
    <message>
        <source>The day of the year as a point on a circle, so that December lies beside January.</source>
        <translation>把一年中的日期表示为圆上的点，使十二月与一月相邻。</translation>
    </message>
    <message>
        <source>Place in the year (2)</source>
        <translation>年内位置（2）</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>How far the price lies below the highest of the three months before.</source>
        <translation>价格比此前三个月最高价低多少。</translation>
    </message>
    <message>
        <source>Price within the category</source>
        <translation>类目内相对价格</translation>
    </message>
    <message>
        <source>The price over the mean price of the category at the same time.</source>
        <translation>价格与同期类目均价之比。</translation>
    </message>
    <message>
        <source>Sales rank</source>
        <translation>销量排名</translation>
    </message>
    <message>
        <source>The place among the items of the category by the sales of the last four weeks: 1 is the best.</source>
        <translation>按最近四周销量在类目中的位置：1 为最好。</translation>
    </message>
    <message>
        <source>Recent level</source>
        <translation>近期水平</translation>
    </message>
    <message>
        <source>Mean sales of the last four weeks, over those of the year.</source>
        <translation>最近四周的平均销量与全年平均之比。</translation>
    </message>
    <message>
        <source>Recent unrest</source>
        <translation>近期波动</translation>
    </message>
    <message>
        <source>How much the sales of the last four weeks vary, over the mean of the year.</source>
        <translation>最近四周销量的波动与全年平均之比。</translation>
    </message>
    <message>
        <source>Sales a year before</source>
        <translation>去年同期销量</translation>
    </message>
    <message>
        <source>Sales of the same period a year before, over the mean of the year.</source>
        <translation>去年同期销量与全年平均之比。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>The category of the item.</source>
        <translation>商品的类目。</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>The brand of the item.</source>
        <translation>商品的品牌。</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>What a unit costs you.</source>
        <translation>每件的成本。</translation>
    </message>
    <message>
        <source>List price</source>
        <translation>标价</translation>
    </message>
    <message>
        <source>The price in the list of items.</source>
        <translation>商品列表中的价格。</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>交货周期</translation>
    </message>
    <message>
        <source>How long an order to the supplier takes.</source>
        <translation>向供应商订货所需的时间。</translation>
    </message>
    <message>
        <source>Pack size</source>
        <translation>箱规</translation>
    </message>
    <message>
        <source>How many units the supplier packs together.</source>
        <translation>供应商每箱装多少件。</translation>
    </message>
    <message>
        <source>%1 (whole shop)</source>
        <translation>%1（全店）</translation>
    </message>
    <message>
        <source>Weeks before %1</source>
        <translation>%1前几周</translation>
    </message>
    <message>
        <source>1 on the days of %1.</source>
        <translation>%1期间为 1。</translation>
    </message>
    <message>
        <source>Computed: %1</source>
        <translation>计算公式：%1</translation>
    </message>
    <message>
        <source>A signal from around the shop that you imported.</source>
        <translation>您导入的市场信号。</translation>
    </message>
    <message>
        <source>A column of the plan that you imported.</source>
        <translation>您导入的计划中的一列。</translation>
    </message>
    <message>
        <source>A column of the list of locations.</source>
        <translation>地点列表中的一列。</translation>
    </message>
    <message>
        <source>A column of the list of items.</source>
        <translation>商品列表中的一列。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Does not change with time, so it holds for past and coming periods alike.</source>
        <translation>不随时间变化，对过去和未来都有效。</translation>
    </message>
    <message>
        <source>Known in advance: forecasts use what it will be in the coming periods.</source>
        <translation>可提前知道：预测会使用它未来的取值。</translation>
    </message>
    <message>
        <source>Known for past periods alone, since no coming values are given. Enter or fill them below, and forecasts will use them.</source>
        <translation>没有给出未来值，因此只知道过去。请在下方填写或补齐，预测便会使用。</translation>
    </message>
    <message>
        <source>Known for past periods alone, since it needs something that is. It is refused for coming periods: nobody knows it then.</source>
        <translation>它用到了只有过去才知道的内容，因此只知道过去。未来各期不予采用：那时谁也不知道。</translation>
    </message>
    <message>
        <source>Known for past periods alone. It is refused for coming periods: what has not happened yet cannot be told ahead.</source>
        <translation>只知道过去。未来各期不予采用：尚未发生的事无法提前知道。</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n kind(s)</source>
        <translation>
            <numerusform>%1 · %n 类</numerusform>
        </translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>计算所得</translation>
    </message>
    <message>
        <source>Days after %1</source>
        <translation>%1之后</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>%1的进程</translation>
    </message>
    <message>
        <source>Rises from 0 to 1 over the weeks before %1.</source>
        <translation>在%1前几周内从 0 升到 1。</translation>
    </message>
    <message>
        <source>Falls from 1 to 0 over the days after %1, whose demand was drawn forward.</source>
        <translation>在%1之后的几天内从 1 降到 0，这些天的需求被提前释放。</translation>
    </message>
    <message>
        <source>1 in this phase of %1.</source>
        <translation>在%1的这一阶段为 1。</translation>
    </message>
    <message>
        <source>From 0 to 1 on the way from the first phase of %1 to its last.</source>
        <translation>从%1的第一阶段到最后阶段由 0 升到 1。</translation>
    </message>
</context>
<context>
    <name>foresell::FeaturesPage</name>
    <message>
        <source>What forecasts learn from</source>
        <translation>预测从什么学习</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) in use</source>
        <translation>
            <numerusform>使用 %n 个特征</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known ahead</source>
        <translation>
            <numerusform>%n 个可预知</numerusform>
        </translation>
    </message>
    <message>
        <source>sales themselves are always used</source>
        <translation>销量本身始终使用</translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) miss coming values</source>
        <translation>
            <numerusform>%n 个特征缺少未来值</numerusform>
        </translation>
    </message>
    <message>
        <source>Forecasts do without them where they are missing. Enter or fill them for better forecasts.</source>
        <translation>缺少的地方预测会略过。填写或补齐可以让预测更好。</translation>
    </message>
    <message>
        <source>Look at the first</source>
        <translation>查看第一个</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>known: %1</source>
        <translation>已知：%1</translation>
    </message>
    <message>
        <source>%1 to %2, mean %3</source>
        <translation>%1 至 %2，平均 %3</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Forecasts may use it</source>
        <translation>允许预测使用</translation>
    </message>
    <message>
        <source>Change the formula…</source>
        <translation>修改公式…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add by a formula…</source>
        <translation>用公式添加…</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>The features are being read</source>
        <translation>正在读取特征</translation>
    </message>
    <message>
        <source>Import sales first</source>
        <translation>请先导入销售记录</translation>
    </message>
    <message>
        <source>Features are what forecasts learn from besides the sales: prices, promotions, holidays, visits, weather.</source>
        <translation>特征是预测在销量之外学习的内容：价格、促销、节假日、访问、天气。</translation>
    </message>
    <message>
        <source>Go to Data</source>
        <translation>前往数据</translation>
    </message>
</context>
<context>
    <name>foresell::ForecastPage</name>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>forecast for %1 from %2</source>
        <translation>自%2起预测 %1</translation>
    </message>
    <message numerus="yes">
        <source>Search %n item(s)</source>
        <translation>
            <numerusform>搜索 %n 个商品</numerusform>
        </translation>
    </message>
    <message>
        <source>Next %1, vs last year</source>
        <translation>未来 %1，同比</translation>
    </message>
    <message>
        <source>Next %1</source>
        <translation>未来 %1</translation>
    </message>
    <message>
        <source>%1 units</source>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>80%: %1 – %2</source>
        <translation>80% 区间 %1 – %2</translation>
    </message>
    <message>
        <source>What is expected on average, and the range in which it lies four times out of five.</source>
        <translation>平均预期值，以及五次中有四次会落入的区间。</translation>
    </message>
    <message>
        <source>Sales value</source>
        <translation>销售额</translation>
    </message>
    <message>
        <source>at %1 a unit</source>
        <translation>按单价 %1</translation>
    </message>
    <message>
        <source>no price known</source>
        <translation>单价未知</translation>
    </message>
    <message>
        <source>Same %1 last year</source>
        <translation>较去年同期 %1</translation>
    </message>
    <message>
        <source>%1 units then</source>
        <translation>%1 件（去年）</translation>
    </message>
    <message>
        <source>not sold then</source>
        <translation>去年未销售</translation>
    </message>
    <message>
        <source>Error of past forecasts</source>
        <translation>以往预测误差</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未检验</translation>
    </message>
    <message>
        <source>Over all items: how much of the units sold the forecast missed, on sales it had not seen (WAPE).</source>
        <translation>全部商品：在未见过的销售上，预测偏差占销量的比例（WAPE）。</translation>
    </message>
    <message>
        <source>%1 of %2 items</source>
        <translation>%1 / %2 个商品</translation>
    </message>
    <message>
        <source>Export forecast</source>
        <translation>导出预测</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>The forecast cannot be read</source>
        <translation>无法读取预测</translation>
    </message>
    <message>
        <source>Train a forecast</source>
        <translation>训练预测</translation>
    </message>
    <message>
        <source>No forecast yet</source>
        <translation>尚无预测</translation>
    </message>
    <message>
        <source>Train a forecast first. It then appears here, item by item, with the range in which sales will likely lie.</source>
        <translation>先训练预测。之后这里会逐个商品显示预测及其可能区间。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>New items only</source>
        <translation>仅新品</translation>
    </message>
    <message>
        <source>Changes of more than 30% only</source>
        <translation>仅变化超过 30% 的商品</translation>
    </message>
    <message>
        <source>Filter items</source>
        <translation>筛选商品</translation>
    </message>
    <message>
        <source>Show everything (Home)</source>
        <translation>显示全部（Home）</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Search items</source>
        <translation>搜索商品</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Forecast by period</source>
        <translation>分期预测</translation>
    </message>
    <message>
        <source>Sales and forecast as a table</source>
        <translation>销量与预测表</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按类目</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>全部商品</translation>
    </message>
    <message>
        <source>Highest value</source>
        <translation>按销售额</translation>
    </message>
    <message>
        <source>Most units</source>
        <translation>按销量</translation>
    </message>
    <message>
        <source>Largest rise</source>
        <translation>增幅最大</translation>
    </message>
    <message>
        <source>Largest fall</source>
        <translation>降幅最大</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>Bands 50, 80, 95%</source>
        <translation>区间 50、80、95%</translation>
    </message>
    <message>
        <source>Band 80%</source>
        <translation>区间 80%</translation>
    </message>
    <message>
        <source>Band 50%</source>
        <translation>区间 50%</translation>
    </message>
    <message>
        <source>No bands</source>
        <translation>不显示区间</translation>
    </message>
    <message>
        <source>All history</source>
        <translation>全部历史</translation>
    </message>
    <message>
        <source>Last 2 years</source>
        <translation>最近两年</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>Last 3 months</source>
        <translation>最近三个月</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>in units; likely between the two ends four times out of five</source>
        <translation>单位：件；五次中有四次落在上下限之间</translation>
    </message>
    <message>
        <source>How items are grouped</source>
        <translation>商品分组方式</translation>
    </message>
    <message>
        <source>How items are sorted</source>
        <translation>商品排序方式</translation>
    </message>
    <message>
        <source>Bands shown</source>
        <translation>显示的区间</translation>
    </message>
    <message>
        <source>Time shown</source>
        <translation>显示的时间</translation>
    </message>
    <message>
        <source>all items: %1</source>
        <translation>全部商品：%1</translation>
    </message>
    <message>
        <source>nothing sold in the test; all items: %1</source>
        <translation>检验期内无销售；全部商品：%1</translation>
    </message>
    <message>
        <source>How much of the units sold the forecast missed, on sales it had not seen (WAPE).</source>
        <translation>在预测未见过的销售上，预测偏差占销量的比例（WAPE）。</translation>
    </message>
    <message>
        <source>Ended items only</source>
        <translation>仅看已停售商品</translation>
    </message>
    <message>
        <source>Sold before, but not in the last three months</source>
        <translation>以前有销售，但最近三个月没有</translation>
    </message>
    <message>
        <source>Largest test error</source>
        <translation>检验误差最大</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺码</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>80% from</source>
        <translation>80% 下限</translation>
    </message>
    <message>
        <source>80% to</source>
        <translation>80% 上限</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>尺码</translation>
    </message>
    <message>
        <source>How the style&apos;s demand is shared among its sizes. Export writes the forecast of every size.</source>
        <translation>该款式的需求如何分到各尺码。此时导出会写出每个尺码的预测。</translation>
    </message>
    <message>
        <source>Forecast by size</source>
        <translation>按尺码的预测</translation>
    </message>
    <message>
        <source>Sold in a year</source>
        <translation>近一年销量</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%2：%1</translation>
    </message>
    <message>
        <source>Train the method “autoencoder” once: it marks items whose latest sales are unlike their usual course.</source>
        <translation>用“自编码器”方法训练一次，即可标出近期销量与平时走势不同的商品。</translation>
    </message>
    <message>
        <source>Unusual items only</source>
        <translation>仅看异常商品</translation>
    </message>
</context>
<context>
    <name>foresell::ForecastSource</name>
    <message>
        <source>Promotion</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>units</source>
        <translation>件</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>缺货</translation>
    </message>
</context>
<context>
    <name>foresell::GapModel</name>
    <message>
        <source>The shop usually sells on these days: learnt as closed, not as zero</source>
        <translation>店铺平时在这些日子有销售：按休业处理，不视为零销量</translation>
    </message>
    <message>
        <source>Sales are few on these days anyway: learnt as zero</source>
        <translation>这些日子本来销量就少：按零销量训练</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>首日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
</context>
<context>
    <name>foresell::ImportListModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Imported on</source>
        <translation>导入时间</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>读取行数</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Known before</source>
        <translation>此前已有</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>未导入</translation>
    </message>
</context>
<context>
    <name>foresell::ImportWizard</name>
    <message>
        <source>shop time %1</source>
        <translation>店铺时间 %1</translation>
    </message>
    <message>
        <source>Checking %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>Import %1 rows</source>
        <translation>导入 %1 行</translation>
    </message>
    <message>
        <source>Check the whole file</source>
        <translation>检查整个文件</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>正在查看文件…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>into %1</source>
        <translation>导入到 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) after this one</source>
        <translation>
            <numerusform>之后还有 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Check %1 rows</source>
        <translation>检查 %1 行</translation>
    </message>
    <message>
        <source>Reading the whole file…</source>
        <translation>正在读取整个文件…</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>尚未存储任何内容。</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>You can go on working on other pages.</source>
        <translation>可在其他页面继续工作。</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>选择其他文件…</translation>
    </message>
    <message>
        <source>The first %1 of %2 rejected rows</source>
        <translation>前 %1 行，共 %2 行未导入</translation>
    </message>
    <message numerus="yes">
        <source>%n rejected row(s)</source>
        <translation>
            <numerusform>%n 行未导入</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s)</source>
        <translation>
            <numerusform>前 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the first rows</source>
        <translation>查看前面的行</translation>
    </message>
    <message>
        <source>Show rejected rows (%1)</source>
        <translation>查看未导入的行（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n more column(s) to the right</source>
        <translation>
            <numerusform>右侧还有 %n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>Skip this file</source>
        <translation>跳过此文件</translation>
    </message>
    <message>
        <source>cannot be imported</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>未导入的行</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>粘贴的表格</translation>
    </message>
    <message>
        <source>from a database</source>
        <translation>来自数据库</translation>
    </message>
    <message>
        <source>query</source>
        <translation>查询</translation>
    </message>
</context>
<context>
    <name>foresell::ImportWords</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Item code</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>仓店</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类目</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>是否有货</translation>
    </message>
    <message>
        <source>none: one shop</source>
        <translation>无：视为单一店铺</translation>
    </message>
    <message>
        <source>none: one channel</source>
        <translation>无：视为单一渠道</translation>
    </message>
    <message>
        <source>none: the code is shown</source>
        <translation>无：显示编码</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Item list</source>
        <translation>商品清单</translation>
    </message>
    <message>
        <source>the date is empty</source>
        <translation>日期为空</translation>
    </message>
    <message>
        <source>no date that can be read</source>
        <translation>日期无法识别</translation>
    </message>
    <message>
        <source>the range ends before it begins</source>
        <translation>结束早于开始</translation>
    </message>
    <message>
        <source>the date is outside 1900 to 2100</source>
        <translation>日期不在 1900 至 2100 年之间</translation>
    </message>
    <message>
        <source>no number that can be read</source>
        <translation>数字无法识别</translation>
    </message>
    <message>
        <source>the number is too large</source>
        <translation>数字过大</translation>
    </message>
    <message>
        <source>bytes that are no text in this encoding</source>
        <translation>包含此编码下非文本的字节</translation>
    </message>
    <message>
        <source>the item is empty</source>
        <translation>商品为空</translation>
    </message>
    <message>
        <source>the spreadsheet has lost digits of this code</source>
        <translation>电子表格丢失了此编码的部分数字</translation>
    </message>
    <message>
        <source>the code is too long</source>
        <translation>编码过长</translation>
    </message>
    <message>
        <source>a quotation mark is never closed</source>
        <translation>引号没有闭合</translation>
    </message>
    <message>
        <source>the row is too long</source>
        <translation>行过长</translation>
    </message>
    <message>
        <source>bytes that are no text</source>
        <translation>包含非文本字节</translation>
    </message>
    <message>
        <source>cells are missing</source>
        <translation>缺少单元格</translation>
    </message>
    <message>
        <source>there are cells too many</source>
        <translation>单元格过多</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原样保留</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>由你选择</translation>
    </message>
    <message>
        <source>as in an earlier import</source>
        <translation>与之前的导入相同</translation>
    </message>
    <message>
        <source>by its name</source>
        <translation>依据列名</translation>
    </message>
    <message>
        <source>by its cells</source>
        <translation>依据内容</translation>
    </message>
    <message>
        <source>a customer&apos;s country, not a place of sale</source>
        <translation>客户所在国家，不是销售地点</translation>
    </message>
    <message>
        <source>another column is taken for it</source>
        <translation>已采用另一列</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>personal by its name</source>
        <translation>依据列名判断为个人信息</translation>
    </message>
    <message>
        <source>personal by its cells</source>
        <translation>依据内容判断为个人信息</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>none: cancellations match less well</source>
        <translation>无：取消单较难匹配</translation>
    </message>
    <message>
        <source>none: amount ÷ quantity</source>
        <translation>无：金额 ÷ 数量</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>a row of totals, whose parts are counted already</source>
        <translation>合计行，其各项已分别计入</translation>
    </message>
    <message>
        <source>sales of this day were erased or summed</source>
        <translation>这一天的销售已抹除或已合计</translation>
    </message>
    <message>
        <source>Plan (prices, promotions)</source>
        <translation>计划（单价、促销）</translation>
    </message>
    <message>
        <source>Import sales</source>
        <translation>导入销售</translation>
    </message>
    <message>
        <source>Import a plan</source>
        <translation>导入计划</translation>
    </message>
    <message>
        <source>Import items</source>
        <translation>导入商品</translation>
    </message>
    <message>
        <source>Import stock</source>
        <translation>导入库存</translation>
    </message>
    <message>
        <source>the availability is not between 0 and 1</source>
        <translation>有货率不在 0 到 1 之间</translation>
    </message>
    <message>
        <source>neither stock nor availability is given</source>
        <translation>既没有库存，也没有有货率</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>浏览量</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>搜索次数</translation>
    </message>
    <message>
        <source>Carts</source>
        <translation>加购</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Number of orders</source>
        <translation>订单数</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>访客数</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>行为类型</translation>
    </message>
    <message>
        <source>Lead time</source>
        <translation>交货周期</translation>
    </message>
    <message>
        <source>Pack size</source>
        <translation>箱规</translation>
    </message>
    <message>
        <source>Image file</source>
        <translation>图片文件</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字描述</translation>
    </message>
    <message>
        <source>Locations</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Market signals</source>
        <translation>市场信号</translation>
    </message>
    <message>
        <source>Visits (views, carts)</source>
        <translation>访问（浏览、加购）</translation>
    </message>
    <message>
        <source>Market (weather, rivals)</source>
        <translation>市场（天气、竞品）</translation>
    </message>
    <message>
        <source>Import locations</source>
        <translation>导入地点</translation>
    </message>
    <message>
        <source>Import visits</source>
        <translation>导入访问</translation>
    </message>
    <message>
        <source>Import market signals</source>
        <translation>导入市场信号</translation>
    </message>
    <message>
        <source>a count below zero</source>
        <translation>计数小于零</translation>
    </message>
    <message>
        <source>an event that is not known</source>
        <translation>无法识别的行为类型</translation>
    </message>
    <message>
        <source>the order was never paid</source>
        <translation>订单未付款</translation>
    </message>
    <message>
        <source>the order was cancelled before anything was sold</source>
        <translation>订单在售出前已取消</translation>
    </message>
    <message>
        <source>as this platform exports it</source>
        <translation>按该平台的导出格式</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属编码</translation>
    </message>
    <message>
        <source>How it belongs</source>
        <translation>所属关系</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>款式</translation>
    </message>
    <message>
        <source>Part of bundle</source>
        <translation>所属套装</translation>
    </message>
    <message>
        <source>Gift with</source>
        <translation>随何商品赠送</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>接替的旧编码</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺码</translation>
    </message>
    <message>
        <source>Share of the money</source>
        <translation>金额占比</translation>
    </message>
    <message>
        <source>Item structure</source>
        <translation>商品结构</translation>
    </message>
    <message>
        <source>Import item structure</source>
        <translation>导入商品结构</translation>
    </message>
    <message>
        <source>the number is not above zero</source>
        <translation>数字不大于零</translation>
    </message>
    <message>
        <source>it does not say what the item belongs to</source>
        <translation>没有说明商品属于什么</translation>
    </message>
    <message>
        <source>neither style, bundle, gift nor successor</source>
        <translation>不是款式、套装、赠品或接替关系</translation>
    </message>
    <message>
        <source>the item belongs to itself</source>
        <translation>商品属于它自己</translation>
    </message>
    <message>
        <source>a deposit whose balance was not paid</source>
        <translation>只付了定金，尾款未付</translation>
    </message>
    <message>
        <source>deposit and balance become one sale</source>
        <translation>定金与尾款合为一笔销售</translation>
    </message>
    <message>
        <source>lists products; each becomes a line</source>
        <translation>列有多种商品，各成一行</translation>
    </message>
    <message>
        <source>numbers of weeks</source>
        <translation>周序号</translation>
    </message>
    <message>
        <source>a deposit of an order that is there already (if without it, take that import back and import both files together)</source>
        <translation>订单已导入过的定金（若该订单不含定金，请撤销那次导入，把两个文件一起导入）</translation>
    </message>
</context>
<context>
    <name>foresell::ItemModel</name>
    <message>
        <source>Whole shop</source>
        <translation>全店</translation>
    </message>
    <message>
        <source>Without category</source>
        <translation>无类目</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 个商品</numerusform>
        </translation>
    </message>
    <message>
        <source>new</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>%1: %2 expected, %3 against last year</source>
        <translation>%1：预计 %2，同比 %3</translation>
    </message>
    <message>
        <source>missed %1</source>
        <translation>偏差 %1</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未检验</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已停售</translation>
    </message>
    <message>
        <source>unusual</source>
        <translation>异常</translation>
    </message>
</context>
<context>
    <name>foresell::ItemQualityModel</name>
    <message>
        <source>Item code</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>First sale</source>
        <translation>首次售出</translation>
    </message>
    <message>
        <source>Last sale</source>
        <translation>最后售出</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Days with sales</source>
        <translation>有销售天数</translation>
    </message>
    <message>
        <source>Days without</source>
        <translation>无销售占比</translation>
    </message>
    <message>
        <source>Days sold out</source>
        <translation>缺货天数</translation>
    </message>
</context>
<context>
    <name>foresell::ItemsView</name>
    <message>
        <source>The first %1 of %2 items</source>
        <translation>%2 个商品中的前 %1 个</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 个商品</numerusform>
        </translation>
    </message>
    <message>
        <source>Export items</source>
        <translation>导出商品</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>全部商品</translation>
    </message>
    <message>
        <source>New items</source>
        <translation>新商品</translation>
    </message>
    <message>
        <source>Ended items</source>
        <translation>停售商品</translation>
    </message>
    <message>
        <source>Most days without sales</source>
        <translation>无销售天数最多</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>缺过货</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>显示哪些商品</translation>
    </message>
    <message>
        <source>Show its lines</source>
        <translation>查看其销售行</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>No item is like this.</source>
        <translation>没有这样的商品。</translation>
    </message>
</context>
<context>
    <name>foresell::JobBar</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>剩余 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>剩余约 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>round %1 of at most %2</source>
        <translation>第 %1 轮，最多 %2 轮</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>停止并保留最佳</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>stopped; the project is as it was</source>
        <translation>已停止；项目保持原样</translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation>任务进度</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>done in %1</source>
        <translation>已完成，用时 %1</translation>
    </message>
</context>
<context>
    <name>foresell::LinesModel</name>
    <message>
        <source>set aside</source>
        <translation>已剔除</translation>
    </message>
    <message>
        <source>counts as %1</source>
        <translation>按 %1 计</translation>
    </message>
    <message>
        <source>sum of the day</source>
        <translation>当日合计</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>按此列排序</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Item code</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <source>Item name</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>仓店</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>销量</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>清洗</translation>
    </message>
</context>
<context>
    <name>foresell::LinesView</name>
    <message>
        <source>Searching… %1</source>
        <translation>正在查找… %1</translation>
    </message>
    <message>
        <source>No line is found.</source>
        <translation>没有找到行。</translation>
    </message>
    <message>
        <source>Lines %1 – %2 of %3</source>
        <translation>第 %1 – %2 行，共 %3 行</translation>
    </message>
    <message>
        <source>%1: units a week</source>
        <translation>%1：每周销量</translation>
    </message>
    <message>
        <source>as imported</source>
        <translation>导入时</translation>
    </message>
    <message>
        <source>after cleaning</source>
        <translation>清洗后</translation>
    </message>
    <message>
        <source>Export sale lines</source>
        <translation>导出销售行</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx);;Tables (*.csv)</source>
        <translation>Excel 工作簿 (*.xlsx);;表格 (*.csv)</translation>
    </message>
    <message>
        <source>Exporting sale lines</source>
        <translation>导出销售行</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部行</translation>
    </message>
    <message>
        <source>Kept by cleaning</source>
        <translation>清洗后保留</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>已剔除</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已修正</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>负数</translation>
    </message>
    <message>
        <source>Nothing paid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>Sums of days</source>
        <translation>每日合计</translation>
    </message>
    <message>
        <source>Which lines</source>
        <translation>显示哪些行</translation>
    </message>
    <message>
        <source>Find item, place or order</source>
        <translation>查找商品、仓店或订单</translation>
    </message>
    <message>
        <source>from the first</source>
        <translation>从最早</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>to the last</source>
        <translation>到最晚</translation>
    </message>
    <message>
        <source>To day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>末页</translation>
    </message>
    <message>
        <source>Sale lines</source>
        <translation>销售行</translation>
    </message>
    <message>
        <source>Units a week of the chosen item</source>
        <translation>所选商品的每周销量</translation>
    </message>
    <message>
        <source>No sale line fits.</source>
        <translation>没有符合条件的销售行。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Every line that is found, as an Excel workbook or CSV</source>
        <translation>把找到的所有行导出为 Excel 工作簿或 CSV</translation>
    </message>
    <message>
        <source>Without customers…</source>
        <translation>不含客户…</translation>
    </message>
    <message>
        <source>With the keys of customers…</source>
        <translation>含客户标识码…</translation>
    </message>
    <message>
        <source>Keys tell customers apart and name nobody.</source>
        <translation>标识码只用于区分客户，不含姓名。</translation>
    </message>
</context>
<context>
    <name>foresell::LossChart</name>
    <message>
        <source>How the error falls</source>
        <translation>误差下降过程</translation>
    </message>
    <message>
        <source>No round is finished yet.</source>
        <translation>尚未完成任何一轮。</translation>
    </message>
    <message numerus="yes">
        <source>%n round(s); lowest error on unseen sales %1 in round %2.</source>
        <translation>
            <numerusform>共 %n 轮；未见销售上的最低误差 %1，在第 %2 轮。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::LossPlot</name>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Best so far: %1</source>
        <translation>目前最佳：%1</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Unseen sales</source>
        <translation>未见过的销售</translation>
    </message>
    <message>
        <source>Best: %1</source>
        <translation>最低：%1</translation>
    </message>
</context>
<context>
    <name>foresell::MainWindow</name>
    <message>
        <source>Open or start a project first</source>
        <translation>先打开或新建项目</translation>
    </message>
    <message>
        <source>Import sales first</source>
        <translation>先导入销售</translation>
    </message>
    <message>
        <source>Train a forecast first</source>
        <translation>先训练预测</translation>
    </message>
    <message>
        <source>Engine is starting</source>
        <translation>引擎正在启动</translation>
    </message>
    <message numerus="yes">
        <source>Engine ready · %1, %n thread(s)</source>
        <translation>
            <numerusform>引擎就绪 · %1，%n 个线程</numerusform>
        </translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Work is running</source>
        <translation>任务正在运行</translation>
    </message>
    <message>
        <source>%1 is still running. If you close the window now, it stops; nothing that was saved is lost.</source>
        <translation>%1 仍在运行。现在关闭窗口会停止该任务；已保存的内容不会丢失。</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>仍然关闭</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>The backup cannot be copied.</source>
        <translation>无法复制备份。</translation>
    </message>
    <message>
        <source>Check that the folder can be written and has room.</source>
        <translation>请检查该文件夹是否可写、空间是否足够。</translation>
    </message>
    <message>
        <source>Rescuing</source>
        <translation>正在抢救</translation>
    </message>
    <message>
        <source>Nothing could be rescued from this file.</source>
        <translation>此文件中没有可抢救的内容。</translation>
    </message>
    <message>
        <source>Open a backup, or import the sales again.</source>
        <translation>请打开备份，或重新导入销售数据。</translation>
    </message>
    <message>
        <source>The project cannot be written</source>
        <translation>项目无法写入</translation>
    </message>
    <message>
        <source>%1 lies where nothing can be written. Save a copy elsewhere and work with that?</source>
        <translation>%1 所在位置无法写入。是否另存一份副本并在副本上工作？</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Project (*.foresell)</source>
        <translation>项目 (*.foresell)</translation>
    </message>
    <message>
        <source>The copy cannot be written.</source>
        <translation>无法写入副本。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>foresell::MappingTable</name>
    <message>
        <source>Add row</source>
        <translation>添加行</translation>
    </message>
    <message>
        <source>Paste rows</source>
        <translation>粘贴行</translation>
    </message>
    <message>
        <source>Remove rows</source>
        <translation>删除行</translation>
    </message>
</context>
<context>
    <name>foresell::MonthBars</name>
    <message>
        <source>%1: no sales</source>
        <translation>%1：无销售</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 sale lines, %3 units on %n day(s)</source>
        <translation>
            <numerusform>%1：%n 天共 %2 行销售，%3 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::OptionChoices</name>
    <message>
        <source>Quantile</source>
        <translation>分位数</translation>
    </message>
    <message>
        <source>Aims at the likely range: how much will sell at least, in the middle and at most. Suits nearly every shop.</source>
        <translation>直接学习预测区间：至少、居中和至多会卖多少。几乎适合所有店铺。</translation>
    </message>
    <message>
        <source>Squared error</source>
        <translation>平方误差</translation>
    </message>
    <message>
        <source>Large misses count most, so the forecast follows the mean. For total volumes; single huge days pull it up.</source>
        <translation>偏差越大惩罚越重，预测接近平均值。适合关注总量的情况；个别爆量日会把预测拉高。</translation>
    </message>
    <message>
        <source>Absolute error</source>
        <translation>绝对误差</translation>
    </message>
    <message>
        <source>Every unit missed counts alike, so the forecast follows the middle day. Few huge days do not disturb it.</source>
        <translation>每差一件同等对待，预测接近居中的一天，不受少数爆量日影响。</translation>
    </message>
    <message>
        <source>Huber (few outliers)</source>
        <translation>Huber（少受异常值影响）</translation>
    </message>
    <message>
        <source>As squared error for small misses, as absolute error for large ones: single huge days count less.</source>
        <translation>小偏差按平方误差，大偏差按绝对误差：个别爆量日影响较小。</translation>
    </message>
    <message>
        <source>Poisson (counts)</source>
        <translation>泊松（计数）</translation>
    </message>
    <message>
        <source>Counts units that sell independently of one another. For items that sell a few units a day, evenly.</source>
        <translation>按件计数，各件销售互不相关。适合每天稳定卖几件的商品。</translation>
    </message>
    <message>
        <source>Negative binomial (uneven counts)</source>
        <translation>负二项（不均匀计数）</translation>
    </message>
    <message>
        <source>Counts units on uneven days: many quiet ones, some strong ones. For slow sellers.</source>
        <translation>按件计数，日销量不均：多数清淡、少数旺盛。适合滞销品。</translation>
    </message>
    <message>
        <source>Tweedie (many zeros)</source>
        <translation>Tweedie（多为零）</translation>
    </message>
    <message>
        <source>Sales that are often zero and else of any size. For items that sell now and then.</source>
        <translation>常常为零、有销量时大小不一。适合偶尔售出的商品。</translation>
    </message>
    <message>
        <source>Classes of demand</source>
        <translation>需求分级</translation>
    </message>
    <message>
        <source>Sorts demand from none to a lot and says how likely each class is. Tells best whether an item sells at all.</source>
        <translation>把需求从无到多分级，并给出各级的可能性。最能判断商品会不会卖出。</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Finds the size of each number&apos;s step by itself and keeps the numbers small. Suits nearly every shop.</source>
        <translation>自动决定每个参数的步长，并使参数保持较小。几乎适合所有店铺。</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>As AdamW, but the numbers are kept small less strictly.</source>
        <translation>与 AdamW 相同，但对参数大小的约束较松。</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>带动量的 SGD</translation>
    </message>
    <message>
        <source>Plain steps downhill with some swing. Slower, and it needs a learning rate that fits.</source>
        <translation>带惯性的普通下降步。较慢，需要合适的学习率。</translation>
    </message>
    <message>
        <source>SGD with Nesterov momentum</source>
        <translation>带 Nesterov 动量的 SGD</translation>
    </message>
    <message>
        <source>As SGD with momentum, but it looks a step ahead before it corrects itself.</source>
        <translation>与带动量的 SGD 相同，但先向前看一步再修正。</translation>
    </message>
    <message>
        <source>One rise and fall</source>
        <translation>先升后降</translation>
    </message>
    <message>
        <source>Small steps first, then large ones, then ever smaller ones. Fast, and suits nearly every shop.</source>
        <translation>步长先小后大，再逐渐变小。速度快，几乎适合所有店铺。</translation>
    </message>
    <message>
        <source>Steady fall</source>
        <translation>平稳下降</translation>
    </message>
    <message>
        <source>Large steps first, then smaller and smaller ones along a gentle curve.</source>
        <translation>步长从大到小，沿平缓曲线下降。</translation>
    </message>
    <message>
        <source>Halved without gain</source>
        <translation>无改善时减半</translation>
    </message>
    <message>
        <source>The steps become half as large whenever rounds bring no gain any more. For long trainings.</source>
        <translation>若干轮没有改善时步长减半。适合较长的训练。</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Steps of one size until the end. For comparison.</source>
        <translation>步长始终不变。用于比较。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Each network takes the bend that suits it.</source>
        <translation>每种网络采用适合自己的激活函数。</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Passes positive signals on and stops negative ones. Quick and usual.</source>
        <translation>正信号通过，负信号截止。速度快，最常用。</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>As ReLU with a soft bend; learns a little more evenly.</source>
        <translation>与 ReLU 相似，转折更平滑，学习更平稳。</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Squeezes signals between minus one and one.</source>
        <translation>把信号压缩到 −1 与 1 之间。</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Squeezes signals between zero and one. Slow to learn where there are many layers.</source>
        <translation>把信号压缩到 0 与 1 之间。层数多时学习较慢。</translation>
    </message>
    <message>
        <source>Logarithm</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Sales as a multiple of what the item usually sells, large days counting less. Suits nearly every shop.</source>
        <translation>销量表示为该商品平时销量的倍数，大销量日影响较小。几乎适合所有店铺。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Sales as a multiple of what the item usually sells.</source>
        <translation>销量表示为该商品平时销量的倍数。</translation>
    </message>
    <message>
        <source>Robust (median)</source>
        <translation>稳健（中位数）</translation>
    </message>
    <message>
        <source>How far from the middle day, in its usual spread; single huge days do not disturb it. Not for losses that count units.</source>
        <translation>与居中一天的差距，以平时的波动幅度为单位；不受个别爆量日影响。不能与按件计数的损失一起用。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Units as they are, for items of like size.</source>
        <translation>直接用件数，适合销量规模相近的商品。</translation>
    </message>
    <message>
        <source>Each series</source>
        <translation>每个序列</translation>
    </message>
    <message>
        <source>What is usual is taken of each item at each place.</source>
        <translation>以每个商品在每个仓店的平时销量为准。</translation>
    </message>
    <message>
        <source>The whole shop</source>
        <translation>全店</translation>
    </message>
    <message>
        <source>One figure for the whole shop: large items stay large and small ones small.</source>
        <translation>全店用同一个数：大商品仍大，小商品仍小。</translation>
    </message>
    <message>
        <source>Mean over the steps</source>
        <translation>各步平均</translation>
    </message>
    <message>
        <source>Forecasts more steadily than the last step alone.</source>
        <translation>比只用最后一步的预测更稳定。</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>The network as the last step left it. For comparison.</source>
        <translation>保留最后一步的网络。用于比较。</translation>
    </message>
    <message>
        <source>Single</source>
        <translation>单精度</translation>
    </message>
    <message>
        <source>Full numbers. What the processor always uses.</source>
        <translation>完整精度，处理器始终采用。</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>混合精度</translation>
    </message>
    <message>
        <source>Multiplies with shorter numbers. It pays for very large networks alone.</source>
        <translation>用较短的数相乘，只有很大的网络才划算。</translation>
    </message>
</context>
<context>
    <name>foresell::OptionEditor</name>
    <message>
        <source>One of the days is not written as 2026-02-17 or 2026-02-17..2026-02-23.</source>
        <translation>有日期不是 2026-02-17 或 2026-02-17..2026-02-23 的写法。</translation>
    </message>
    <message>
        <source>A row of the table is not complete, or a number in it is not above 0.</source>
        <translation>表中有一行不完整，或其中的数字不大于 0。</translation>
    </message>
    <message>
        <source>One of the lines is too long.</source>
        <translation>有一行太长。</translation>
    </message>
</context>
<context>
    <name>foresell::OptionWords</name>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>时间单位</translation>
    </message>
    <message>
        <source>Look ahead</source>
        <translation>预测期</translation>
    </message>
    <message>
        <source>Last day it saw</source>
        <translation>所见最后一天</translation>
    </message>
    <message>
        <source>Periods looked back</source>
        <translation>回看期数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Course of the rate</source>
        <translation>学习率变化</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Units in a layer</source>
        <translation>每层单元数</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Rounds at most</source>
        <translation>最多轮数</translation>
    </message>
    <message>
        <source>Rounds without gain</source>
        <translation>无改进轮数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>运行设备</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Uses prices and promotions</source>
        <translation>使用价格和促销</translation>
    </message>
    <message>
        <source>Went on from run</source>
        <translation>接着哪次训练</translation>
    </message>
    <message>
        <source>Error (WAPE)</source>
        <translation>预测误差 (WAPE)</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>MASE</source>
        <translation>MASE</translation>
    </message>
    <message>
        <source>RMSSE</source>
        <translation>RMSSE</translation>
    </message>
    <message>
        <source>sMAPE</source>
        <translation>sMAPE</translation>
    </message>
    <message>
        <source>Error of the likely range</source>
        <translation>预测区间误差</translation>
    </message>
    <message>
        <source>Inside the 80% range</source>
        <translation>落入 80% 区间</translation>
    </message>
    <message>
        <source>Inside the 95% range</source>
        <translation>落入 95% 区间</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重数</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Normalised by</source>
        <translation>归一化基准</translation>
    </message>
    <message>
        <source>Precision on a graphics card</source>
        <translation>显卡计算精度</translation>
    </message>
    <message>
        <source>Kept weights</source>
        <translation>保留的网络</translation>
    </message>
    <message>
        <source>Examples a step</source>
        <translation>每步样本数</translation>
    </message>
    <message>
        <source>Time budget</source>
        <translation>时间上限</translation>
    </message>
    <message>
        <source>Search for options</source>
        <translation>搜索选项</translation>
    </message>
    <message>
        <source>Examples a second</source>
        <translation>每秒样本数</translation>
    </message>
    <message>
        <source>How much of the units sold the forecast missed, over all items and days of the test.</source>
        <translation>在检验期内，所有商品的预测偏差占实际销量的比例。</translation>
    </message>
    <message>
        <source>Whether the forecast is too high (above zero) or too low (below zero) on the whole.</source>
        <translation>预测总体偏高（大于零）还是偏低（小于零）。</translation>
    </message>
    <message>
        <source>The error as a multiple of that of last season&apos;s pattern, every item counting alike; below 1 is better than it.</source>
        <translation>误差是“去年走势”误差的多少倍，各商品同等计算；小于 1 即优于它。</translation>
    </message>
    <message>
        <source>As MASE, but large misses count more.</source>
        <translation>与 MASE 相似，但大偏差的权重更高。</translation>
    </message>
    <message>
        <source>The miss as a share of forecast and sales together, every item counting alike; 200% at most.</source>
        <translation>偏差占预测与销量之和的比例，各商品同等计算；最大 200%。</translation>
    </message>
    <message>
        <source>How far the sales were off the likely range: it should be narrow and still hold them.</source>
        <translation>销量偏离预测区间的程度：区间应尽量窄，又要包含实际销量。</translation>
    </message>
    <message>
        <source>How many of the sales fell inside the range that should hold 80% of them.</source>
        <translation>实际销量落在 80% 区间内的比例。</translation>
    </message>
    <message>
        <source>How many of the sales fell inside the range that should hold 95% of them.</source>
        <translation>实际销量落在 95% 区间内的比例。</translation>
    </message>
    <message>
        <source>How many stretches of history it learnt from in a second.</source>
        <translation>每秒学习多少段历史销量。</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation>（%1）</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>months</source>
        <translation>月</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>foresell::OptionsDialog</name>
    <message>
        <source>All options</source>
        <translation>全部选项</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失函数</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Units in a layer</source>
        <translation>每层单元数</translation>
    </message>
    <message>
        <source>More units learn finer patterns and take longer.</source>
        <translation>单元越多，学得越细，耗时越长。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Two are enough for most shops.</source>
        <translation>多数店铺两层已足够。</translation>
    </message>
    <message>
        <source>Periods looked back</source>
        <translation>回看期数</translation>
    </message>
    <message>
        <source>How much history one forecast sees at once.</source>
        <translation>一次预测能看到多长的历史。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>The share of units left out at random, which keeps the network from learning by heart.</source>
        <translation>随机停用的单元比例，防止网络死记硬背。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Rounds at most</source>
        <translation>最多轮数</translation>
    </message>
    <message>
        <source>How often training goes through the data.</source>
        <translation>训练遍历数据的次数。</translation>
    </message>
    <message>
        <source>Rounds without gain</source>
        <translation>无改进轮数</translation>
    </message>
    <message>
        <source>Training stops after this many rounds in which unseen sales were not forecast better.</source>
        <translation>连续这么多轮没有改进时停止训练。</translation>
    </message>
    <message>
        <source>Time budget in seconds</source>
        <translation>时间上限（秒）</translation>
    </message>
    <message>
        <source>Training ends then and keeps the best. With a budget two runs need not give the same numbers.</source>
        <translation>到时即停并保留最佳结果。设时间上限后，两次训练的数字可能不同。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>The same seed, data and options give the same forecast.</source>
        <translation>种子、数据和选项相同，预测就相同。</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>How many of the processor&apos;s cores training uses.</source>
        <translation>训练使用的处理器核心数。</translation>
    </message>
    <message>
        <source>Use these options</source>
        <translation>使用这些选项</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Course of the rate</source>
        <translation>学习率变化</translation>
    </message>
    <message>
        <source>Kept weights</source>
        <translation>保留的权重</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>How strongly the network&apos;s numbers are drawn to zero, which keeps it simple.</source>
        <translation>网络参数被拉向零的强度，使网络保持简单。</translation>
    </message>
    <message>
        <source>Search for options, in seconds</source>
        <translation>搜索选项的时间（秒）</translation>
    </message>
    <message>
        <source>Before training, many sets of options are tried for so long; those that fall behind are dropped early, and the best is used.</source>
        <translation>训练前在这段时间内试用多组选项；落后的提早淘汰，采用最好的一组。</translation>
    </message>
    <message>
        <source>No search</source>
        <translation>不搜索</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不归一化</translation>
    </message>
    <message>
        <source>Normalised by</source>
        <translation>归一化基准</translation>
    </message>
    <message>
        <source>Precision on a graphics card</source>
        <translation>显卡计算精度</translation>
    </message>
    <message>
        <source>What is learnt</source>
        <translation>学什么</translation>
    </message>
    <message>
        <source>What the network makes small, that is which misses count how much.</source>
        <translation>网络要减小的误差：哪种偏差算多重。</translation>
    </message>
    <message>
        <source>How items of every size are made alike before the network sees them. Forecasts always come back in units.</source>
        <translation>训练前怎样让大小商品可比。预测结果始终还原为件数。</translation>
    </message>
    <message>
        <source>What an item&apos;s sales are compared with.</source>
        <translation>用什么作为商品销量的比较基准。</translation>
    </message>
    <message>
        <source>How it learns</source>
        <translation>怎样学</translation>
    </message>
    <message>
        <source>How the network takes its steps towards a smaller error.</source>
        <translation>网络怎样一步步减小误差。</translation>
    </message>
    <message>
        <source>The size of a step. Too large and the error jumps, too small and it takes for ever.</source>
        <translation>每一步的大小。太大误差会跳动，太小则学得很慢。</translation>
    </message>
    <message>
        <source>How the size of the steps changes during the training.</source>
        <translation>训练过程中步长怎样变化。</translation>
    </message>
    <message>
        <source>Examples a step</source>
        <translation>每步样本数</translation>
    </message>
    <message>
        <source>How many stretches of history each step learns from. More make the steps steadier and take more memory.</source>
        <translation>每一步学习多少段历史销量。越多越稳定，占用内存也越多。</translation>
    </message>
    <message>
        <source>Which state of the network forecasts.</source>
        <translation>用网络的哪个状态来预测。</translation>
    </message>
    <message>
        <source>How large it is</source>
        <translation>网络大小</translation>
    </message>
    <message>
        <source>The bend inside the network&apos;s layers, without which it could draw straight lines only.</source>
        <translation>网络各层中的转折；没有它，网络只能画直线。</translation>
    </message>
    <message>
        <source>How long, and on what</source>
        <translation>时间与设备</translation>
    </message>
    <message>
        <source>How exactly a graphics card multiplies.</source>
        <translation>显卡相乘的精度。</translation>
    </message>
    <message>
        <source>Last week&apos;s or last year&apos;s pattern</source>
        <translation>上周或去年走势</translation>
    </message>
    <message>
        <source>Trains boosted trees and networks and keeps the best of them where it beats the simple methods.</source>
        <translation>训练提升树和神经网络，最好的一个优于简单方法时才采用。</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>神经网络</translation>
    </message>
    <message>
        <source>Trees and simple methods</source>
        <translation>提升树与简单方法</translation>
    </message>
    <message>
        <source>For items that sell now and then</source>
        <translation>适合偶尔售出的商品</translation>
    </message>
    <message>
        <source>What learns.</source>
        <translation>用什么方法学习。</translation>
    </message>
    <message>
        <source>The network of run %1 goes on: what makes the network stays as it is.</source>
        <translation>在第 %1 次的网络上继续学习：与网络本身有关的选项不变。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>foresell::OverviewStrip</name>
    <message>
        <source>Overview: the part of time that the chart shows</source>
        <translation>概览：图表所示的时间段</translation>
    </message>
</context>
<context>
    <name>foresell::PeriodModel</name>
    <message>
        <source>Expected</source>
        <translation>预期</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>80% from</source>
        <translation>80% 下限</translation>
    </message>
    <message>
        <source>80% to</source>
        <translation>80% 上限</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年同期</translation>
    </message>
</context>
<context>
    <name>foresell::PreviewHeader</name>
    <message>
        <source>%1 sure, %2</source>
        <translation>把握 %1，%2</translation>
    </message>
    <message>
        <source>What the column %1 is</source>
        <translation>列“%1”是什么</translation>
    </message>
</context>
<context>
    <name>foresell::PreviewModel</name>
    <message>
        <source>Cannot be imported: %1</source>
        <translation>无法导入：%1</translation>
    </message>
</context>
<context>
    <name>foresell::ProjectStatus</name>
    <message>
        <source>sales to %1</source>
        <translation>销售截至 %1</translation>
    </message>
    <message>
        <source>No project is open</source>
        <translation>未打开项目</translation>
    </message>
    <message>
        <source>No sales yet</source>
        <translation>尚无销售数据</translation>
    </message>
    <message>
        <source>Sales wait for cleaning</source>
        <translation>销售数据待清洗</translation>
    </message>
    <message>
        <source>Sales are clean, no forecast yet</source>
        <translation>已清洗，尚无预测</translation>
    </message>
    <message numerus="yes">
        <source>Sales are %n day(s) newer than the forecast</source>
        <translation>
            <numerusform>销售数据比预测新 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>第 %1 次训练</translation>
    </message>
    <message>
        <source>Forecast is up to date</source>
        <translation>预测已是最新</translation>
    </message>
</context>
<context>
    <name>foresell::Rail</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Cleaning</source>
        <translation>清洗</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
</context>
<context>
    <name>foresell::ReadingChoices</name>
    <message>
        <source>GB18030 (Chinese)</source>
        <translation>GB18030（中文）</translation>
    </message>
    <message>
        <source>Big5 (Chinese)</source>
        <translation>Big5（繁体中文）</translation>
    </message>
    <message>
        <source>Shift_JIS (Japanese)</source>
        <translation>Shift_JIS（日文）</translation>
    </message>
    <message>
        <source>Windows-1252 (Western)</source>
        <translation>Windows-1252（西欧）</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Year first</source>
        <translation>年在前</translation>
    </message>
    <message>
        <source>Day first (31/12)</source>
        <translation>日在前（31/12）</translation>
    </message>
    <message>
        <source>Month first (12/31)</source>
        <translation>月在前（12/31）</translation>
    </message>
    <message>
        <source>Days from 1900</source>
        <translation>从 1900 年起的天数</translation>
    </message>
    <message>
        <source>Days from 1904</source>
        <translation>从 1904 年起的天数</translation>
    </message>
    <message>
        <source>Week numbers…</source>
        <translation>周序号…</translation>
    </message>
    <message>
        <source>Weeks from %1</source>
        <translation>从 %1 起的周</translation>
    </message>
    <message>
        <source>A row for each</source>
        <translation>每条一行</translation>
    </message>
    <message>
        <source>Days side by side</source>
        <translation>日期横排</translation>
    </message>
    <message>
        <source>Items side by side</source>
        <translation>商品横排</translation>
    </message>
    <message>
        <source>Every sheet</source>
        <translation>所有工作表</translation>
    </message>
    <message>
        <source>Day of the order</source>
        <translation>下单日期</translation>
    </message>
    <message>
        <source>Day of payment</source>
        <translation>付款日期</translation>
    </message>
    <message>
        <source>Day of dispatch</source>
        <translation>发货日期</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>排列</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期格式</translation>
    </message>
    <message>
        <source>Sold on</source>
        <translation>销售日期</translation>
    </message>
</context>
<context>
    <name>foresell::ReadingPanel</name>
    <message>
        <source>What Foresell will read</source>
        <translation>Foresell 将读取的内容</translation>
    </message>
    <message>
        <source>Names and phones stay out</source>
        <translation>姓名和电话不会读入</translation>
    </message>
    <message>
        <source>Columns that are left out are never stored. Customers are kept as a keyed code alone.</source>
        <translation>未读取的列不会存储；客户仅以加密代码保存。</translation>
    </message>
    <message>
        <source>%1 sure, %2</source>
        <translation>把握 %1，%2</translation>
    </message>
    <message>
        <source>missing: choose its column above the table</source>
        <translation>缺少：在表格上方选择对应列</translation>
    </message>
    <message>
        <source>The count</source>
        <translation>行数核对</translation>
    </message>
    <message>
        <source>Rows in the file</source>
        <translation>文件行数</translation>
    </message>
    <message>
        <source>To import</source>
        <translation>将导入</translation>
    </message>
    <message>
        <source>Known from an earlier import</source>
        <translation>之前已导入</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>未导入</translation>
    </message>
    <message numerus="yes">
        <source>Never read into the project: %n personal column(s). Customers are kept as a keyed code alone.</source>
        <translation>
            <numerusform>%n 个个人信息列不会读入项目；客户仅以加密代码保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>What is read</source>
        <translation>读取内容</translation>
    </message>
</context>
<context>
    <name>foresell::RecentProject</name>
    <message>
        <source>No sales yet</source>
        <translation>暂无销售数据</translation>
    </message>
    <message>
        <source>Import sales</source>
        <translation>导入销售</translation>
    </message>
    <message>
        <source>Forecast to %1</source>
        <translation>已预测至 %1</translation>
    </message>
    <message>
        <source>Open the forecast</source>
        <translation>打开预测</translation>
    </message>
    <message>
        <source>Cleaned, not trained</source>
        <translation>已清洗，未训练</translation>
    </message>
    <message>
        <source>Train a forecast</source>
        <translation>训练预测</translation>
    </message>
    <message>
        <source>Imported, not cleaned</source>
        <translation>已导入，未清洗</translation>
    </message>
    <message>
        <source>Check cleaning</source>
        <translation>检查清洗结果</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Units sold</source>
        <translation>销量</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Sales until</source>
        <translation>销售截至</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Not there any more</source>
        <translation>文件已不在原处</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>定位…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>foresell::RejectModel</name>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>The row</source>
        <translation>该行内容</translation>
    </message>
    <message>
        <source>Row of the file</source>
        <translation>文件行号</translation>
    </message>
    <message>
        <source>Why it is rejected</source>
        <translation>未导入原因</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>corrected and imported</source>
        <translation>已更正并导入</translation>
    </message>
</context>
<context>
    <name>foresell::ReportPage</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s), A4</source>
        <translation>
            <numerusform>%n 页，A4</numerusform>
        </translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Report (*.pdf)</source>
        <translation>报告 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>No forecast to report on</source>
        <translation>尚无可报告的预测</translation>
    </message>
    <message>
        <source>Train a forecast first. Its report then appears here as it will be printed.</source>
        <translation>先训练预测，报告会按打印效果显示在这里。</translation>
    </message>
    <message>
        <source>Train a forecast</source>
        <translation>训练预测</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>保存 PDF…</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Items in the table</source>
        <translation>表中商品数</translation>
    </message>
    <message>
        <source>Items with a chart</source>
        <translation>图表商品数</translation>
    </message>
    <message>
        <source>Summary and whole shop</source>
        <translation>摘要与全店</translation>
    </message>
    <message>
        <source>Table of items</source>
        <translation>商品表</translation>
    </message>
    <message>
        <source>Charts of items</source>
        <translation>商品图表</translation>
    </message>
    <message>
        <source>How far to trust it</source>
        <translation>可信程度</translation>
    </message>
    <message>
        <source>What cleaning did</source>
        <translation>清洗结果</translation>
    </message>
    <message>
        <source>Method and receipt</source>
        <translation>方法与凭据</translation>
    </message>
</context>
<context>
    <name>foresell::ReportPreview</name>
    <message>
        <source>Preview of the report</source>
        <translation>报告预览</translation>
    </message>
</context>
<context>
    <name>foresell::RescueDialog</name>
    <message>
        <source>The project is damaged</source>
        <translation>项目已损坏</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 已损坏</translation>
    </message>
    <message>
        <source>%1 The file stays as it is; what you choose goes into a new one.</source>
        <translation>%1 原文件保持不变，所选内容会存入新文件。</translation>
    </message>
    <message>
        <source>Open the backup of %1 (%2)</source>
        <translation>打开 %1 的备份（%2）</translation>
    </message>
    <message>
        <source>Rescue what can be read: sales, plans and cleaning, without forecasts</source>
        <translation>抢救可读内容：销售、计划和清洗方案，不含预测</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>foresell::RunsModel</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>used for the forecast</source>
        <translation>用于当前预测</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Simple method</source>
        <translation>简单方法</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1, imported</source>
        <translation>%1，导入</translation>
    </message>
    <message>
        <source>%1, on from run %2</source>
        <translation>%1，接第 %2 次</translation>
    </message>
    <message>
        <source>Imported from %1</source>
        <translation>导入自 %1</translation>
    </message>
    <message>
        <source>Looks back on %1</source>
        <translation>回看 %1</translation>
    </message>
    <message>
        <source>A network of %1 weights</source>
        <translation>网络含 %1 个参数</translation>
    </message>
    <message>
        <source>Looks ahead</source>
        <translation>预测长度</translation>
    </message>
</context>
<context>
    <name>foresell::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>in force at once</source>
        <translation>立即生效</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>界面大小</translation>
    </message>
    <message>
        <source>Holidays of</source>
        <translation>节假日地区</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Week begins on</source>
        <translation>每周起始日</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>This shop</source>
        <translation>本店铺</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>no country</source>
        <translation>不选地区</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>英国</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>德国</translation>
    </message>
    <message>
        <source>France</source>
        <translation>法国</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>A change of the shop can be undone. The time zone is set when a project is made: days are cut in it.</source>
        <translation>对店铺设置的修改可以撤销。时区在新建项目时设定，按它划分日期。</translation>
    </message>
    <message>
        <source>Keep daily sums of old sales</source>
        <translation>旧销售只保留每日合计</translation>
    </message>
    <message numerus="yes">
        <source>Put the single sales older than %n month(s) together?</source>
        <translation>
            <numerusform>合并 %n 个月以前的单笔销售？</numerusform>
        </translation>
    </message>
    <message>
        <source>No sale is that old yet.</source>
        <translation>还没有这么早的销售。</translation>
    </message>
    <message>
        <source>%1 sale lines before %2 become sums by day, item and location; %3 lines stay as they are.</source>
        <translation>%2 之前的 %1 行销售将按日、商品和地点合计；其余 %3 行保持不变。</translation>
    </message>
    <message>
        <source>Customers, order numbers and times of day of these sales are erased, with the undo history and the backups. This cannot be undone. Each weekly update does it again.</source>
        <translation>这些销售的顾客、订单号和时刻将被抹除，撤销记录和备份也一并抹除。此操作无法撤销。每周更新时会再次执行。</translation>
    </message>
    <message>
        <source>Put together</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Putting old sales together</source>
        <translation>合并旧销售</translation>
    </message>
    <message>
        <source>Keep single sales</source>
        <translation>单笔销售保留</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Erase sales…</source>
        <translation>抹除销售…</translation>
    </message>
    <message>
        <source>Names, phones and addresses are never stored; customers only as keys that nobody can read back.</source>
        <translation>从不保存姓名、电话和地址；顾客只保存为无法还原的密钥标记。</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message numerus="yes">
        <source>for %n month(s), then daily sums</source>
        <translation>
            <numerusform>%n 个月，之后只留每日合计</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>不编号</translation>
    </message>
    <message>
        <source>ISO 8601, from Monday</source>
        <translation>ISO 8601，周一起</translation>
    </message>
    <message>
        <source>fiscal, months of 4-4-5 weeks</source>
        <translation>财年，每季4-4-5周</translation>
    </message>
    <message>
        <source>fiscal, months of 4-5-4 weeks</source>
        <translation>财年，每季4-5-4周</translation>
    </message>
    <message>
        <source>fiscal, months of 5-4-4 weeks</source>
        <translation>财年，每季5-4-4周</translation>
    </message>
    <message>
        <source>retail 4-5-4 (NRF), from Sunday</source>
        <translation>零售4-5-4（NRF），周日起</translation>
    </message>
    <message>
        <source>Open the calendar</source>
        <translation>打开日历</translation>
    </message>
    <message>
        <source>Week numbers</source>
        <translation>周编号</translation>
    </message>
    <message>
        <source>Fiscal year begins in</source>
        <translation>财年起始月</translation>
    </message>
    <message>
        <source>Holidays and events</source>
        <translation>节假日与活动</translation>
    </message>
</context>
<context>
    <name>foresell::SidePanel</name>
    <message>
        <source>Show: %1</source>
        <translation>展开：%1</translation>
    </message>
    <message>
        <source>Fold: %1</source>
        <translation>收起：%1</translation>
    </message>
</context>
<context>
    <name>foresell::Sparkline</name>
    <message>
        <source>Sales and forecast as a small line</source>
        <translation>销量与预测小图</translation>
    </message>
</context>
<context>
    <name>foresell::StageStrip</name>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>%1, stage %2 of %3</source>
        <translation>%1，第 %2 阶段，共 %3 个</translation>
    </message>
    <message>
        <source>all stages done</source>
        <translation>全部阶段已完成</translation>
    </message>
</context>
<context>
    <name>foresell::StartPage</name>
    <message>
        <source>Foresell projects (*.foresell)</source>
        <translation>Foresell 项目 (*.foresell)</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎使用</translation>
    </message>
    <message>
        <source>Sales in, forecast and report out</source>
        <translation>导入销售数据，得到预测与报告</translation>
    </message>
    <message>
        <source>Start from a sales file</source>
        <translation>从销售文件开始</translation>
    </message>
    <message>
        <source>Drop an order export here, or choose one. Foresell finds the encoding, the columns and the dates, shows what it found, and stores nothing until you agree.</source>
        <translation>将导出的订单文件拖到这里，或选择一个文件。Foresell 会自动识别编码、列和日期，并展示识别结果；在你确认之前，不会存储任何内容。</translation>
    </message>
    <message>
        <source>Import sales…</source>
        <translation>导入销售数据…</translation>
    </message>
    <message>
        <source>Try the sample shop</source>
        <translation>试用示例店铺</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>A .foresell file from this computer</source>
        <translation>本机上的 .foresell 文件</translation>
    </message>
    <message>
        <source>New empty project…</source>
        <translation>新建空项目…</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Foresell connects to nothing but a database that you choose.</source>
        <translation>所有数据都留在本机，除你选择的数据库外，Foresell 不会建立任何网络连接。</translation>
    </message>
    <message>
        <source>Import sales</source>
        <translation>导入销售</translation>
    </message>
    <message>
        <source>Sales files (*.csv *.tsv *.txt *.gz *.xlsx *.xlsm *.ods *.zip);;All files (*)</source>
        <translation>销售文件 (*.csv *.tsv *.txt *.gz *.xlsx *.xlsm *.ods *.zip);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Making the sample shop</source>
        <translation>生成示例店铺</translation>
    </message>
    <message>
        <source>Columns known from the exports of</source>
        <translation>可识别以下平台导出的列</translation>
    </message>
    <message>
        <source>Taobao · Tmall</source>
        <translation>淘宝 · 天猫</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>京东</translation>
    </message>
    <message>
        <source>Pinduoduo</source>
        <translation>拼多多</translation>
    </message>
    <message>
        <source>Douyin</source>
        <translation>抖音</translation>
    </message>
    <message>
        <source>Shopify</source>
        <translation>Shopify</translation>
    </message>
    <message>
        <source>Amazon</source>
        <translation>亚马逊</translation>
    </message>
    <message>
        <source>WooCommerce</source>
        <translation>WooCommerce</translation>
    </message>
    <message>
        <source>60 items, two years, known truth</source>
        <translation>60 个商品，两年数据，规律已知</translation>
    </message>
    <message>
        <source>Choose where it is kept, then import</source>
        <translation>选择保存位置，然后导入</translation>
    </message>
    <message>
        <source>Where is %1 now?</source>
        <translation>%1 现在在哪里？</translation>
    </message>
    <message>
        <source>1  Import</source>
        <translation>1  导入</translation>
    </message>
    <message>
        <source>An order export becomes sale lines. You see the columns and the rejected rows first.</source>
        <translation>订单导出文件变成销售行；先看列的识别和无法导入的行。</translation>
    </message>
    <message>
        <source>2  Clean</source>
        <translation>2  清洗</translation>
    </message>
    <message>
        <source>Repeats, cancellations and bulk orders are set aside, with counts that add up.</source>
        <translation>剔除重复、取消和大宗订单，行数始终相符。</translation>
    </message>
    <message>
        <source>3  Train</source>
        <translation>3  训练</translation>
    </message>
    <message>
        <source>A network learns from your sales and has to beat simple methods on weeks it has not seen.</source>
        <translation>神经网络从销售中学习，须在未见过的周上优于简单方法。</translation>
    </message>
    <message>
        <source>4  Decide</source>
        <translation>4  决策</translation>
    </message>
    <message>
        <source>Forecasts with their likely range, and a report for those who decide.</source>
        <translation>带预测区间的预测，以及给决策者的报告。</translation>
    </message>
    <message>
        <source>CSV, TSV, text, Excel and ODS; also as .gz or .zip</source>
        <translation>支持 CSV、TSV、文本、Excel 和 ODS，以及 .gz、.zip 压缩文件</translation>
    </message>
</context>
<context>
    <name>foresell::StepList</name>
    <message>
        <source>units</source>
        <translation>件</translation>
    </message>
</context>
<context>
    <name>foresell::StepOptionsDialog</name>
    <message>
        <source>Use these options</source>
        <translation>使用这些选项</translation>
    </message>
    <message>
        <source>Standard options</source>
        <translation>标准选项</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Name of the step</source>
        <translation>步骤名称</translation>
    </message>
    <message>
        <source>%1 lines, %2 units</source>
        <translation>%1 行、%2 件</translation>
    </message>
    <message>
        <source>So it takes off %1 and adds %2.</source>
        <translation>这样会减去 %1，加上 %2。</translation>
    </message>
</context>
<context>
    <name>foresell::StepSums</name>
    <message>
        <source>%1 units</source>
        <translation>%1 件</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Before this step</source>
        <translation>此步骤之前</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>减去</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>加上</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>foresell::StepWords</name>
    <message>
        <source>Items: old code, code now, units of the new in one of the old</source>
        <translation>商品：旧编码、现编码、一件旧商品等于多少件新商品</translation>
    </message>
    <message>
        <source>Leave the units empty where one is one.</source>
        <translation>一比一时件数可留空。</translation>
    </message>
    <message>
        <source>Locations: old code, code now</source>
        <translation>仓店：旧编码、现编码</translation>
    </message>
    <message>
        <source>Items that are counted in packs</source>
        <translation>按箱或包计数的商品</translation>
    </message>
    <message>
        <source>A * at the end of a code stands for anything: BOX*.</source>
        <translation>编码末尾的 * 代表任意内容：BOX*。</translation>
    </message>
    <message>
        <source>Locations or channels with other money</source>
        <translation>使用其他币种的仓店或渠道</translation>
    </message>
    <message>
        <source>The rate is what one of their money is worth in the project&apos;s. * stands for all.</source>
        <translation>汇率是其一单位货币折合项目币种的金额。* 代表全部。</translation>
    </message>
    <message>
        <source>Same order number</source>
        <translation>订单号相同</translation>
    </message>
    <message>
        <source>Same customer</source>
        <translation>顾客相同</translation>
    </message>
    <message>
        <source>Same quantity</source>
        <translation>数量相同</translation>
    </message>
    <message>
        <source>Same price</source>
        <translation>单价相同</translation>
    </message>
    <message>
        <source>Minutes apart, at most</source>
        <translation>最多相隔分钟数</translation>
    </message>
    <message>
        <source>Where the file gives no time of day, the same day counts.</source>
        <translation>文件没有时刻时，同一天即算。</translation>
    </message>
    <message>
        <source>Cancelling order numbers begin with</source>
        <translation>取消订单号的开头</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>每行一个。</translation>
    </message>
    <message>
        <source>A cancellation may take a part of a sale</source>
        <translation>取消可以只针对一笔销售的一部分</translation>
    </message>
    <message>
        <source>Returns are</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Days that a return looks back for its sale</source>
        <translation>退货向前查找对应销售的天数</translation>
    </message>
    <message>
        <source>Lower the latest days by the returns still to come</source>
        <translation>按尚未到来的退货下调最近几天</translation>
    </message>
    <message>
        <source>The latest days look too good until their returns arrive. How long that takes is learnt from the returns so far.</source>
        <translation>退货到来之前，最近几天看起来偏高。退货需要多久由已有退货学得。</translation>
    </message>
    <message>
        <source>Item codes</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <source>One a line; a * at an end stands for anything.</source>
        <translation>每行一个；开头或末尾的 * 代表任意内容。</translation>
    </message>
    <message>
        <source>Item names</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>Order numbers</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Item codes or names</source>
        <translation>商家编码或商品名称</translation>
    </message>
    <message>
        <source>Locations or channels</source>
        <translation>仓店或渠道</translation>
    </message>
    <message>
        <source>Also lines with a price up to</source>
        <translation>还包括单价不超过此值的行</translation>
    </message>
    <message>
        <source>0: the price does not matter.</source>
        <translation>0：不看单价。</translation>
    </message>
    <message>
        <source>Times the item&apos;s usual line</source>
        <translation>该商品通常单行数量的倍数</translation>
    </message>
    <message>
        <source>Times its usual spread</source>
        <translation>其通常波动的倍数</translation>
    </message>
    <message>
        <source>Higher finds fewer.</source>
        <translation>越高找到的越少。</translation>
    </message>
    <message>
        <source>Lines an item needs to be judged</source>
        <translation>判断一个商品所需的行数</translation>
    </message>
    <message>
        <source>Times the usual order</source>
        <translation>通常订单的倍数</translation>
    </message>
    <message>
        <source>All orders of customers whose usual order is that large</source>
        <translation>通常订单就这么大的顾客的全部订单</translation>
    </message>
    <message>
        <source>Orders of an item in a day, at least</source>
        <translation>一个商品一天的订单数，至少</translation>
    </message>
    <message>
        <source>Share of them by customers who buy once</source>
        <translation>其中只买过一次的顾客所占比例</translation>
    </message>
    <message>
        <source>Times above or below the usual price</source>
        <translation>高于或低于通常单价的倍数</translation>
    </message>
    <message>
        <source>Such lines</source>
        <translation>这样的行</translation>
    </message>
    <message>
        <source>Times what was to be expected</source>
        <translation>预期数量的倍数</translation>
    </message>
    <message>
        <source>Lines without quantity</source>
        <translation>没有数量的行</translation>
    </message>
    <message>
        <source>Quantity for the fixed value</source>
        <translation>固定值所用数量</translation>
    </message>
    <message>
        <source>Lines without price</source>
        <translation>没有单价的行</translation>
    </message>
    <message>
        <source>Price for the fixed value</source>
        <translation>固定值所用单价</translation>
    </message>
    <message>
        <source>Lines without item</source>
        <translation>没有商品的行</translation>
    </message>
    <message>
        <source>Closed days</source>
        <translation>停业日</translation>
    </message>
    <message>
        <source>One a line: 2026-02-17, or from to: 2026-02-17..2026-02-23.</source>
        <translation>每行一个：2026-02-17，或起止：2026-02-17..2026-02-23。</translation>
    </message>
    <message>
        <source>Lines of these days</source>
        <translation>这些天的行</translation>
    </message>
    <message>
        <source>Days before and after that tell the usual</source>
        <translation>用前后多少天判断通常水平</translation>
    </message>
    <message>
        <source>Of these with stock, at least</source>
        <translation>其中有库存的天数，至少</translation>
    </message>
    <message>
        <source>Strictness</source>
        <translation>严格程度</translation>
    </message>
    <message>
        <source>How far outside the usual spread; higher finds fewer.</source>
        <translation>超出通常波动多远；越高找到的越少。</translation>
    </message>
    <message>
        <source>Units, at least</source>
        <translation>件数，至少</translation>
    </message>
    <message>
        <source>What goes beyond</source>
        <translation>超出的部分</translation>
    </message>
    <message>
        <source>taken off the sale they belong to</source>
        <translation>从对应的销售中扣除</translation>
    </message>
    <message>
        <source>lowered to the most that is usual</source>
        <translation>降到通常的上限</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>剔除</translation>
    </message>
    <message>
        <source>kept as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>get the usual price</source>
        <translation>改为通常单价</translation>
    </message>
    <message>
        <source>get a fixed value</source>
        <translation>填入固定值</translation>
    </message>
    <message>
        <source>get the item&apos;s last value</source>
        <translation>填入该商品的上一个值</translation>
    </message>
    <message>
        <source>get a value between the item&apos;s last and next</source>
        <translation>填入前后两值之间的值</translation>
    </message>
    <message>
        <source>get the item&apos;s usual value of the weekday</source>
        <translation>填入该商品同一星期日的通常值</translation>
    </message>
    <message>
        <source>Old code</source>
        <translation>旧编码</translation>
    </message>
    <message>
        <source>Code now</source>
        <translation>现编码</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Item code</source>
        <translation>商家编码</translation>
    </message>
    <message>
        <source>Location or channel</source>
        <translation>仓店或渠道</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>汇率</translation>
    </message>
    <message>
        <source>Merged items and locations</source>
        <translation>合并的商品和仓店</translation>
    </message>
    <message>
        <source>Units and currencies</source>
        <translation>单位与币种</translation>
    </message>
    <message>
        <source>Exact repeats</source>
        <translation>完全重复</translation>
    </message>
    <message>
        <source>Near repeats</source>
        <translation>近似重复</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Zero or negative price</source>
        <translation>零价或负价</translation>
    </message>
    <message>
        <source>Not products</source>
        <translation>非商品</translation>
    </message>
    <message>
        <source>Test and internal orders</source>
        <translation>测试与内部订单</translation>
    </message>
    <message>
        <source>Bulk orders</source>
        <translation>大宗订单</translation>
    </message>
    <message>
        <source>Wholesale orders</source>
        <translation>批发订单</translation>
    </message>
    <message>
        <source>Click-farm orders</source>
        <translation>刷单</translation>
    </message>
    <message>
        <source>Odd prices</source>
        <translation>异常价格</translation>
    </message>
    <message>
        <source>Odd days</source>
        <translation>异常日</translation>
    </message>
    <message>
        <source>Missing values</source>
        <translation>缺失值</translation>
    </message>
    <message>
        <source>Days without stock</source>
        <translation>缺货日</translation>
    </message>
    <message>
        <source>Gives the sales of re-coded items, predecessors and moved shops to the code that is used now.</source>
        <translation>把改过编码的商品、前代商品和搬迁店铺的销售归到现在使用的编码。</translation>
    </message>
    <message>
        <source>Counts cartons as pieces and turns foreign money into the project&apos;s.</source>
        <translation>把箱折算成件，把外币折算成项目币种。</translation>
    </message>
    <message>
        <source>Finds order lines that were sent twice within minutes.</source>
        <translation>找出几分钟内重复上传的订单行。</translation>
    </message>
    <message>
        <source>Sets cancelling orders aside together with the sales they cancel.</source>
        <translation>把取消订单连同其取消的销售一起剔除。</translation>
    </message>
    <message>
        <source>Keeps returns apart, or takes them off the sale they belong to.</source>
        <translation>把退货单独放置，或从对应的销售中扣除。</translation>
    </message>
    <message>
        <source>Sets samples, gifts and stock corrections aside.</source>
        <translation>剔除样品、赠品和库存调整。</translation>
    </message>
    <message>
        <source>Sets postage, fees and vouchers aside, known by code or name.</source>
        <translation>按编码或名称剔除邮费、费用和代金券。</translation>
    </message>
    <message>
        <source>Sets orders aside that were placed to try the shop or by its own people.</source>
        <translation>剔除试单和内部人员的订单。</translation>
    </message>
    <message>
        <source>Finds single lines far above what customers usually take of the item.</source>
        <translation>找出远高于该商品通常购买量的单行。</translation>
    </message>
    <message>
        <source>Finds whole orders, and customers, far larger than the shop&apos;s usual order.</source>
        <translation>找出远大于本店通常订单的整单和顾客。</translation>
    </message>
    <message>
        <source>Finds bursts of small orders for one item by customers who never buy again.</source>
        <translation>找出只买一次的顾客对同一商品集中下的小单。</translation>
    </message>
    <message>
        <source>Finds prices far from the item&apos;s prices around them, such as a lost decimal point.</source>
        <translation>找出远离该商品前后单价的价格，例如漏了小数点。</translation>
    </message>
    <message>
        <source>Finds days on which an item sold far beyond its season and weekday. Promotions and festivals are left alone.</source>
        <translation>找出商品销量远超其季节和星期水平的日子。促销和大促不受影响。</translation>
    </message>
    <message>
        <source>Fills empty quantities and prices, or sets their lines aside.</source>
        <translation>填补空的数量和单价，或剔除这些行。</translation>
    </message>
    <message>
        <source>Names days on which the shop was closed, so that they do not count as days without demand.</source>
        <translation>列出停业的日子，使其不算作没有需求的日子。</translation>
    </message>
    <message>
        <source>Estimates what would have been sold while there was no stock. The estimate is kept apart from the sales.</source>
        <translation>估算缺货期间本可卖出的数量。估算值与销量分开保存。</translation>
    </message>
    <message>
        <source>%1 lines under another code now</source>
        <translation>%1 行归到其他编码</translation>
    </message>
    <message>
        <source>%1 lines in other units or money</source>
        <translation>%1 行换算了单位或币种</translation>
    </message>
    <message>
        <source>%1 lines, the same order line again</source>
        <translation>%1 行：重复的订单行</translation>
    </message>
    <message>
        <source>%1 lines, sent twice within minutes</source>
        <translation>%1 行，几分钟内重复上传</translation>
    </message>
    <message>
        <source>%1 lines with the sales they cancel</source>
        <translation>%1 行：取消单及其取消的销售</translation>
    </message>
    <message>
        <source>%1 negative lines: write-offs, damage</source>
        <translation>%1 行负数：报损、核销</translation>
    </message>
    <message>
        <source>%1 lines: samples, stock corrections</source>
        <translation>%1 行：样品、库存调整</translation>
    </message>
    <message>
        <source>%1 lines: postage, fees, vouchers</source>
        <translation>%1 行：运费、手续费、优惠券</translation>
    </message>
    <message>
        <source>%1 lines of trials or own people</source>
        <translation>%1 行试单或内部订单</translation>
    </message>
    <message>
        <source>%1 lines far above the item&apos;s usual</source>
        <translation>%1 行：销量远高于该商品的平常水平</translation>
    </message>
    <message>
        <source>%1 lines of very large orders</source>
        <translation>%1 行属于超大订单</translation>
    </message>
    <message>
        <source>%1 lines in bursts of first orders</source>
        <translation>%1 行属于集中的首单</translation>
    </message>
    <message>
        <source>%1 lines far from the usual price</source>
        <translation>%1 行远离通常单价</translation>
    </message>
    <message>
        <source>%1 lines of days far above season</source>
        <translation>%1 行在远超季节水平的日子</translation>
    </message>
    <message>
        <source>%1 lines without item or quantity</source>
        <translation>%1 行：缺少商品或数量</translation>
    </message>
    <message>
        <source>%1 lines on days the shop was closed</source>
        <translation>%1 行在停业日</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>no stock-outs are known</source>
        <translation>没有已知的缺货</translation>
    </message>
    <message>
        <source>%1 days of items, demand estimated</source>
        <translation>%1 个商品日，已估算需求</translation>
    </message>
    <message>
        <source>%1 returns taken off their sales</source>
        <translation>%1 笔退货已从销售中扣除</translation>
    </message>
    <message>
        <source>%1 values filled, %2 lines set aside</source>
        <translation>填补 %1 个值，剔除 %2 行</translation>
    </message>
    <message>
        <source>nothing named yet, see Options</source>
        <translation>尚未填写，见“选项”</translation>
    </message>
    <message>
        <source>%1 of the units come back, half of them within %2 days, 90% within %3</source>
        <translation>%1 的件数会退回，其中一半在 %2 天内，90% 在 %3 天内</translation>
    </message>
    <message>
        <source>%1 units of the latest days are expected back</source>
        <translation>最近几天预计还会退回 %1 件</translation>
    </message>
    <message>
        <source>%1 codes lead to an item or location that is not there</source>
        <translation>%1 个编码指向不存在的商品或仓店</translation>
    </message>
    <message>
        <source>needs a column that tells customers apart</source>
        <translation>需要能区分顾客的列</translation>
    </message>
    <message>
        <source>about %1 units were wanted and not sold</source>
        <translation>约有 %1 件有需求但未卖出</translation>
    </message>
    <message>
        <source>the same line again</source>
        <translation>与前面的行重复</translation>
    </message>
    <message>
        <source>sent again shortly after %1</source>
        <translation>紧接 %1 之后重复上传</translation>
    </message>
    <message>
        <source>cancelled by %1</source>
        <translation>被 %1 取消</translation>
    </message>
    <message>
        <source>cancels %1</source>
        <translation>取消了 %1</translation>
    </message>
    <message>
        <source>no earlier sale found</source>
        <translation>未找到此前的销售</translation>
    </message>
    <message>
        <source>partly cancelled by %1</source>
        <translation>被 %1 部分取消</translation>
    </message>
    <message>
        <source>a return without its sale</source>
        <translation>退货无对应销售</translation>
    </message>
    <message>
        <source>returned by %1</source>
        <translation>由 %1 退回</translation>
    </message>
    <message>
        <source>partly returned by %1</source>
        <translation>由 %1 部分退回</translation>
    </message>
    <message>
        <source>returns %1</source>
        <translation>退回 %1</translation>
    </message>
    <message>
        <source>%1% of it is still expected back</source>
        <translation>其中 %1% 预计还会退回</translation>
    </message>
    <message>
        <source>the price is zero</source>
        <translation>单价为零</translation>
    </message>
    <message>
        <source>the price is negative</source>
        <translation>单价为负数</translation>
    </message>
    <message>
        <source>no product: %1</source>
        <translation>非商品：%1</translation>
    </message>
    <message>
        <source>a trial or own order: %1</source>
        <translation>试单或内部订单：%1</translation>
    </message>
    <message>
        <source>%1 times the usual</source>
        <translation>平常水平的 %1 倍</translation>
    </message>
    <message>
        <source>an order of %2 units, %1 times the usual</source>
        <translation>一单 %2 件，是通常的 %1 倍</translation>
    </message>
    <message>
        <source>a customer who usually takes %2 units</source>
        <translation>该顾客通常一单 %2 件</translation>
    </message>
    <message>
        <source>one of %1 such orders that day, usually %2</source>
        <translation>当天 %1 笔此类订单之一，通常 %2 笔</translation>
    </message>
    <message>
        <source>%1 times the usual price</source>
        <translation>是通常单价的 %1 倍</translation>
    </message>
    <message>
        <source>the usual price is %1 times as high</source>
        <translation>通常单价是其 %1 倍</translation>
    </message>
    <message>
        <source>the day sold %1 times the expected %2</source>
        <translation>当天销量是预期 %2 件的 %1 倍</translation>
    </message>
    <message>
        <source>counts as %1 now</source>
        <translation>现计入 %1</translation>
    </message>
    <message>
        <source>%1 units each</source>
        <translation>每个折合 %1 件</translation>
    </message>
    <message>
        <source>money times %1</source>
        <translation>金额乘以 %1</translation>
    </message>
    <message>
        <source>no quantity</source>
        <translation>缺少数量</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>没有单价</translation>
    </message>
    <message>
        <source>no item</source>
        <translation>缺少商品</translation>
    </message>
    <message>
        <source>quantity filled</source>
        <translation>已填补数量</translation>
    </message>
    <message>
        <source>price filled</source>
        <translation>已填补单价</translation>
    </message>
    <message>
        <source>the shop was closed</source>
        <translation>店铺停业</translation>
    </message>
    <message>
        <source>out of stock: this much was wanted</source>
        <translation>缺货：这是估算的需求</translation>
    </message>
    <message>
        <source>a price of next to nothing</source>
        <translation>单价几乎为零</translation>
    </message>
    <message>
        <source>Further successors: old code, code now, units of the new in one of the old</source>
        <translation>其他接替：旧编码、现编码、一个旧商品折合新商品的件数</translation>
    </message>
    <message>
        <source>Further bundles and what is in them</source>
        <translation>其他套装及其所含商品</translation>
    </message>
    <message>
        <source>A row for each part. Rows of a bundle replace what the file says of it. Leave the share empty to share the money by price.</source>
        <translation>每个组成一行。某套装的行会取代文件中的说法。占比留空则按价格分摊金额。</translation>
    </message>
    <message>
        <source>Money is shared</source>
        <translation>金额分摊</translation>
    </message>
    <message>
        <source>Count gifts that stand in no line of their own</source>
        <translation>计入没有单独成行的赠品</translation>
    </message>
    <message>
        <source>Further styles and their sizes</source>
        <translation>其他款式及其尺码</translation>
    </message>
    <message>
        <source>Latest days that tell the size curve</source>
        <translation>用最近多少天算尺码曲线</translation>
    </message>
    <message>
        <source>Use the imported item structure</source>
        <translation>使用已导入的商品结构</translation>
    </message>
    <message>
        <source>by the usual prices of the parts</source>
        <translation>按组成商品的通常价格</translation>
    </message>
    <message>
        <source>by the quantities of the parts</source>
        <translation>按组成商品的数量</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>套装</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>款式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺码</translation>
    </message>
    <message>
        <source>Successors</source>
        <translation>接替商品</translation>
    </message>
    <message>
        <source>Bundles and gifts</source>
        <translation>套装与赠品</translation>
    </message>
    <message>
        <source>Styles instead of sizes</source>
        <translation>按款式而非尺码</translation>
    </message>
    <message>
        <source>Lets a new item carry on the sales of the one that it replaces.</source>
        <translation>让新商品承接被替换商品的销售历史。</translation>
    </message>
    <message>
        <source>Counts sold bundles as sales of what is in them, and gifts as sold with the item that brings them. Units and money add up.</source>
        <translation>把售出的套装计为其中各商品的销售，赠品随主商品计为售出。件数和金额都能对上。</translation>
    </message>
    <message>
        <source>Adds sizes and colours up to their style. The forecast is made for the style and shared out by its size curve.</source>
        <translation>把各尺码、颜色合计到款式。先预测款式，再按尺码曲线分摊。</translation>
    </message>
    <message>
        <source>%1 lines carried on by a new item</source>
        <translation>%1 行由新商品承接</translation>
    </message>
    <message>
        <source>%1 lines of bundles taken apart</source>
        <translation>拆开 %1 行套装</translation>
    </message>
    <message>
        <source>%1 lines of sizes count for their style</source>
        <translation>%1 行尺码计入款式</translation>
    </message>
    <message>
        <source>import the item structure, or see Options</source>
        <translation>请导入商品结构，或见“选项”</translation>
    </message>
    <message>
        <source>%1 gifts counted</source>
        <translation>计入 %1 行赠品</translation>
    </message>
    <message>
        <source>%1 lines of parts, %2 of gifts</source>
        <translation>%1 行组成商品，%2 行赠品</translation>
    </message>
    <message>
        <source>money of %1 lines shared by quantity, since prices are not known</source>
        <translation>%1 行因价格未知而按数量分摊金额</translation>
    </message>
    <message>
        <source>%1 styles with %2 sizes</source>
        <translation>%1 个款式，共 %2 个尺码</translation>
    </message>
    <message>
        <source>%1 carries it on</source>
        <translation>由 %1 承接</translation>
    </message>
    <message>
        <source>a bundle of %1 parts</source>
        <translation>含 %1 种商品的套装</translation>
    </message>
    <message>
        <source>part of %1</source>
        <translation>%1 的组成</translation>
    </message>
    <message>
        <source>gift with %1</source>
        <translation>随 %1 赠送</translation>
    </message>
    <message>
        <source>counts for the style %1</source>
        <translation>计入款式 %1</translation>
    </message>
    <message>
        <source>Keeps one of lines that are the same in every cell. Of an order that came as a whole and item by item, the items stay.</source>
        <translation>每个单元格都相同的行只保留一行。同一订单既有整单又有商品明细时，保留明细。</translation>
    </message>
    <message>
        <source>the items of this order are there</source>
        <translation>该订单的商品明细已导入</translation>
    </message>
</context>
<context>
    <name>foresell::TimeChart</name>
    <message>
        <source>No data.</source>
        <translation>没有数据。</translation>
    </message>
    <message>
        <source>%1: sales from %2 to %3.</source>
        <translation>%1：%2至%3的销量。</translation>
    </message>
    <message numerus="yes">
        <source>%1: sales from %2 to %3, then a forecast of %n period(s), together about %4.</source>
        <translation>
            <numerusform>%1：%2至%3的销量，随后 %n 期预测，合计约 %4。</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Copy chart and numbers</source>
        <translation>复制图表和数字</translation>
    </message>
    <message>
        <source>Save chart…</source>
        <translation>保存图表…</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>显示为表格</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>foresell::TimePlot</name>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Week of %1</source>
        <translation>%1当周</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>销量</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>80% from</source>
        <translation>80% 下限</translation>
    </message>
    <message>
        <source>80% to</source>
        <translation>80% 上限</translation>
    </message>
    <message>
        <source>95% from</source>
        <translation>95% 下限</translation>
    </message>
    <message>
        <source>95% to</source>
        <translation>95% 上限</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>已售</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>缺货</translation>
    </message>
</context>
<context>
    <name>foresell::TopBar</name>
    <message>
        <source>change of the recipe</source>
        <translation>修改清洗规则</translation>
    </message>
    <message>
        <source>change of settings</source>
        <translation>修改设置</translation>
    </message>
    <message>
        <source>taking back of an import</source>
        <translation>撤回导入</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Search items and commands</source>
        <translation>搜索商品和命令</translation>
    </message>
    <message>
        <source>change of the features</source>
        <translation>特征的更改</translation>
    </message>
    <message>
        <source>change of the calendar</source>
        <translation>日历的改动</translation>
    </message>
</context>
<context>
    <name>foresell::TrainingPage</name>
    <message>
        <source>Learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>Learning the newest sales</source>
        <translation>学习最新销售</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Testing on unseen sales</source>
        <translation>用未见销售检验</translation>
    </message>
    <message>
        <source>Making the forecast</source>
        <translation>生成预测</translation>
    </message>
    <message>
        <source>Preparing the data</source>
        <translation>准备数据</translation>
    </message>
    <message>
        <source>There is too little history to test on sales that the methods have not seen.</source>
        <translation>历史太短，无法用未见过的销售检验。</translation>
    </message>
    <message>
        <source>%1 is better: on unseen sales it missed by %2 of the units sold, %3 by %4.</source>
        <translation>%1更好：在未见过的销售上偏差为销量的 %2，%3为 %4。</translation>
    </message>
    <message>
        <source>%3 is better: on unseen sales it missed by %4 of the units sold, %1 by %2. The simple method is used where it was allowed to compete.</source>
        <translation>%3更好：在未见过的销售上偏差为销量的 %4，%1为 %2。允许时即采用简单方法。</translation>
    </message>
    <message>
        <source>%1 and %3 are about even on unseen sales: they missed by %2 and %4 of the units sold.</source>
        <translation>%1与%3在未见过的销售上相当：偏差分别为销量的 %2 和 %4。</translation>
    </message>
    <message>
        <source>Train a forecast</source>
        <translation>训练预测</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 个商品</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Learning: round %1 of at most %2</source>
        <translation>学习中：第 %1 轮，最多 %2 轮</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>of at most %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>No forecast has been trained yet</source>
        <translation>尚未训练预测</translation>
    </message>
    <message>
        <source>Choose how thorough, then train. You can go on working meanwhile.</source>
        <translation>选择细致程度后开始训练，期间可继续工作。</translation>
    </message>
    <message>
        <source>Error (WAPE)</source>
        <translation>预测误差 (WAPE)</translation>
    </message>
    <message>
        <source>Simple method</source>
        <translation>简单方法</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>未检验</translation>
    </message>
    <message>
        <source>on sales it had not seen</source>
        <translation>在未见过的销售上</translation>
    </message>
    <message>
        <source>How much of the units sold the forecast missed, over all items.</source>
        <translation>全部商品的预测偏差占销量的比例。</translation>
    </message>
    <message>
        <source>%1 is %2 points better</source>
        <translation>%1 好 %2 个百分点</translation>
    </message>
    <message>
        <source>the method to beat</source>
        <translation>要超越的方法</translation>
    </message>
    <message>
        <source>%1 rounds, best %2</source>
        <translation>%1 轮，第 %2 轮最佳</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>快速查看</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>最多 %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>Open forecast</source>
        <translation>打开预测</translation>
    </message>
    <message>
        <source>Import sales first</source>
        <translation>先导入销售</translation>
    </message>
    <message>
        <source>Foresell learns from your past sales. Import them, then train a forecast.</source>
        <translation>Foresell 从以往销售中学习。先导入，再训练预测。</translation>
    </message>
    <message>
        <source>Import sales</source>
        <translation>导入销售</translation>
    </message>
    <message>
        <source>How thorough?</source>
        <translation>细致程度</translation>
    </message>
    <message>
        <source>What to forecast</source>
        <translation>预测内容</translation>
    </message>
    <message>
        <source>Unit of time</source>
        <translation>时间单位</translation>
    </message>
    <message>
        <source>Look ahead</source>
        <translation>预测期</translation>
    </message>
    <message>
        <source>Use prices</source>
        <translation>使用价格</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>运行设备</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>月</translation>
    </message>
    <message>
        <source>No, past sales alone</source>
        <translation>否，仅用历史销量</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>处理器 (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>显卡 (CUDA)</translation>
    </message>
    <message>
        <source>Prices, promotions and holidays that are known for the coming time</source>
        <translation>未来已知的价格、促销和节假日</translation>
    </message>
    <message>
        <source>All options…</source>
        <translation>全部选项…</translation>
    </message>
    <message>
        <source>You can go on working: training runs beside the window, and the last forecast stays until this one is done.</source>
        <translation>可以继续工作：训练在后台进行，完成前保留上一次预测。</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>停止并保留最佳</translation>
    </message>
    <message>
        <source>How the error falls</source>
        <translation>误差下降过程</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练记录</translation>
    </message>
    <message>
        <source>Beginning; it needs about %1 of memory</source>
        <translation>开始训练，约需 %1 内存</translation>
    </message>
    <message>
        <source>Looking for good options</source>
        <translation>正在寻找合适的选项</translation>
    </message>
    <message>
        <source>Training the one to keep</source>
        <translation>训练要采用的模型</translation>
    </message>
    <message>
        <source>Reading and cleaning</source>
        <translation>读取并清洗</translation>
    </message>
    <message>
        <source>Estimating</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>Testing each method</source>
        <translation>检验各种方法</translation>
    </message>
    <message>
        <source>Forecasting</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Looking for options</source>
        <translation>寻找选项</translation>
    </message>
    <message>
        <source>Testing %1, %2 of %3</source>
        <translation>正在检验%1，第 %2 个，共 %3 个</translation>
    </message>
    <message>
        <source>lowest %1 in round %2, kept</source>
        <translation>最低 %1（第 %2 轮），已保留</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>was short: batch halved, went on</source>
        <translation>内存不足：批量减半后继续</translation>
    </message>
    <message>
        <source>about %1 expected</source>
        <translation>预计约 %1</translation>
    </message>
    <message>
        <source>Learn anew from all sales, or go on from an earlier network with what was sold since, which takes a fraction of the time</source>
        <translation>从全部销量重新学习，或在已有网络上用之后的销量继续学习，只需一小部分时间</translation>
    </message>
    <message>
        <source>How long, how much memory?</source>
        <translation>需要多少时间和内存？</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Export model…</source>
        <translation>导出模型…</translation>
    </message>
    <message>
        <source>Import model…</source>
        <translation>导入模型…</translation>
    </message>
    <message>
        <source>Use a network that was trained in another project on the same kind of data</source>
        <translation>使用在另一个项目的同类数据上训练好的网络</translation>
    </message>
    <message>
        <source>The newest two runs; select others in the list with Ctrl</source>
        <translation>比较最近两次；按住 Ctrl 可在列表中选择其他训练</translation>
    </message>
    <message>
        <source>Save the network of run %1 as a file</source>
        <translation>将第 %1 次训练的网络保存为文件</translation>
    </message>
    <message>
        <source>Select one run of a network first</source>
        <translation>请先选择一次网络训练</translation>
    </message>
    <message>
        <source>model of run %1</source>
        <translation>第%1次训练的模型</translation>
    </message>
    <message>
        <source>Export model</source>
        <translation>导出模型</translation>
    </message>
    <message>
        <source>Model (*.safetensors)</source>
        <translation>模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>Import model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>At most about %1 and %2 of memory</source>
        <translation>最多约 %1，内存约 %2</translation>
    </message>
    <message>
        <source>Trying a few steps…</source>
        <translation>正在试跑几步…</translation>
    </message>
    <message>
        <source>%1 missed by %2 of the units sold. It was not compared with trees or networks.</source>
        <translation>%1 的偏差为销量的 %2。没有与提升树或网络比较。</translation>
    </message>
    <message>
        <source>Growing trees: %1 of at most %2</source>
        <translation>正在生成树：第 %1 棵，最多 %2 棵</translation>
    </message>
    <message>
        <source>Boosted trees, good for a first picture</source>
        <translation>提升树，适合先看个大概</translation>
    </message>
    <message>
        <source>Trees and networks against simple methods</source>
        <translation>提升树和网络与简单方法比较</translation>
    </message>
    <message>
        <source>Looks for good options first, learns longer</source>
        <translation>先寻找合适的选项，再学习更久</translation>
    </message>
    <message>
        <source>Tries a little of each method on your data</source>
        <translation>用您的数据把每种方法试一小段</translation>
    </message>
    <message>
        <source>Nothing that learns for long: next to nothing</source>
        <translation>没有需要长时间学习的方法：几乎不费时间</translation>
    </message>
    <message>
        <source>The forecast stays that of run %1</source>
        <translation>预测仍采用第 %1 次训练</translation>
    </message>
    <message>
        <source>On the same unseen sales run %1 missed by %2 of the units sold, run %3 by %4.</source>
        <translation>用同一段未参与训练的销量检验：第 %1 次的预测误差为 %2，第 %3 次为 %4。</translation>
    </message>
    <message>
        <source>Run %1 looks %2 ahead, run %3 looks %4 ahead: errors of different units of time do not compare.</source>
        <translation>第 %1 次向前预测 %2，第 %3 次向前预测 %4：时间单位不同，误差不能比较。</translation>
    </message>
    <message>
        <source>Run %1 was never tested on sales that it has not seen, so nothing says how good it is.</source>
        <translation>第 %1 次没有用未参与训练的销量检验过，无法判断好坏。</translation>
    </message>
    <message>
        <source>Run %1 ends at %2, run %3 has seen newer sales.</source>
        <translation>第 %1 次只用到 %2 的销量，第 %3 次用了更新的销量。</translation>
    </message>
    <message>
        <source>It was chosen for the forecast, so run %1 does not take its place by itself.</source>
        <translation>它是选定用于预测的一次，第 %1 次不会自动取代它。</translation>
    </message>
    <message>
        <source>Use for the forecast</source>
        <translation>用于预测</translation>
    </message>
    <message>
        <source>Use run %1 for the forecast</source>
        <translation>把第 %1 次用于预测</translation>
    </message>
    <message>
        <source>Run %1 makes the forecast</source>
        <translation>预测采用第 %1 次训练</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>Forecast page, report and exports show run %1 from then on</source>
        <translation>此后预测页、报告和导出都采用第 %1 次</translation>
    </message>
    <message>
        <source>The forecast is made by this run</source>
        <translation>预测已采用这一次</translation>
    </message>
    <message>
        <source>Select one finished run first</source>
        <translation>先选中一次已完成的训练</translation>
    </message>
    <message>
        <source>This network was imported. It was not tested on this shop&apos;s sales: none are newer than those it learnt from.</source>
        <translation>该网络是导入的，没有用本店销量检验过：没有比它学过的更新的销量。</translation>
    </message>
    <message>
        <source>running</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>中断</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>This network was imported from %1: the curve of its error stayed where it learnt.</source>
        <translation>该网络导入自 %1，训练时的误差曲线没有一起带来。</translation>
    </message>
    <message>
        <source>It went on from run %1 for a short while, on all sales: none were left unseen to draw a curve of.</source>
        <translation>在第 %1 次基础上用全部销量短时间继续学习，没有留出未参与训练的销量，因此没有曲线。</translation>
    </message>
    <message>
        <source>The forecast is made by a method that does not learn in rounds, so there is no curve.</source>
        <translation>所用的预测方法不是一轮轮学习的，因此没有曲线。</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Your own options</source>
        <translation>自定义选项</translation>
    </message>
    <message numerus="yes">
        <source>%n option(s) changed</source>
        <translation>
            <numerusform>已改 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 last time</source>
        <translation>上次 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n period(s)</source>
        <translation>
            <numerusform>%n 个周期</numerusform>
        </translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>从何开始</translation>
    </message>
    <message>
        <source>Yes, with plans</source>
        <translation>使用价格与促销计划</translation>
    </message>
    <message>
        <source>How far the forecast reaches, in the unit of time; automatic: 28 days, 13 weeks or 12 months, less where the history is short</source>
        <translation>向前预测多少个时间单位；自动为 28 天、13 周或 12 个月，历史较短时更少</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Cancel, keep nothing</source>
        <translation>取消，不保留</translation>
    </message>
    <message>
        <source>on sales it has not seen, lower is better</source>
        <translation>未参与训练的销量上的误差，越低越好</translation>
    </message>
    <message>
        <source>It goes on from an earlier network for a short while, on all sales: none are left unseen to draw a curve of.</source>
        <translation>在以前的网络上用全部销量短时间继续学习，没有留出未参与训练的销量，因此没有曲线。</translation>
    </message>
    <message>
        <source>The curve begins when the first round has ended.</source>
        <translation>第一轮结束后开始显示曲线。</translation>
    </message>
    <message>
        <source>The curve of the error appears here while a network learns. Simple methods and trees have no rounds.</source>
        <translation>神经网络学习时，这里显示误差曲线。简单方法和提升树没有轮次。</translation>
    </message>
    <message>
        <source>Learning on</source>
        <translation>继续学习</translation>
    </message>
    <message>
        <source>of its short rounds</source>
        <translation>短轮次已完成</translation>
    </message>
    <message>
        <source>Error while learning</source>
        <translation>学习中的误差</translation>
    </message>
    <message>
        <source>Error on unseen sales</source>
        <translation>未参与训练销量的误差</translation>
    </message>
    <message>
        <source>In the measure that the network makes small; lower is better.</source>
        <translation>按网络要减小的误差计算，越低越好。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>%1 examples a second</source>
        <translation>每秒 %1 个样本</translation>
    </message>
    <message>
        <source>Run %1: %2</source>
        <translation>第 %1 次：%2</translation>
    </message>
    <message>
        <source>This training was interrupted</source>
        <translation>训练曾被中断</translation>
    </message>
    <message>
        <source>The program or the computer stopped while it ran. What it had learnt was saved: it can go on from there with the same options.</source>
        <translation>训练时程序或电脑停止了运行。已学到的内容已保存，可用相同选项接着训练。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>接着训练</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1 轮</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 个线程</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove runs</source>
        <translation>删除训练</translation>
    </message>
    <message>
        <source>Remove run %1 for good?</source>
        <translation>彻底删除第 %1 次训练？</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>What it learnt, its forecast and its figures go; nothing brings them back. Sales and the forecast in use stay.</source>
        <translation>它学到的内容、预测和指标都会删除，无法恢复。销量和正在使用的预测不受影响。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Select a run that the forecast is not made by</source>
        <translation>选中一次未用于预测的训练</translation>
    </message>
    <message>
        <source>Model export</source>
        <translation>模型导出</translation>
    </message>
    <message>
        <source>Model import</source>
        <translation>模型导入</translation>
    </message>
    <message>
        <source>The beginning</source>
        <translation>重新学习</translation>
    </message>
    <message>
        <source>Run %1 and the sales since</source>
        <translation>接第 %1 次和此后销量</translation>
    </message>
    <message>
        <source>Training estimate</source>
        <translation>训练估算</translation>
    </message>
    <message>
        <source>It ended without a result, so there is no curve.</source>
        <translation>没有得到结果，因此没有曲线。</translation>
    </message>
</context>
<context>
    <name>foresell::TrustPanel</name>
    <message>
        <source>The history is too short to hold a part of it back, so the forecast could not be tested. Treat it as a first estimate.</source>
        <translation>历史太短，无法留出一段来检验，请把预测当作初步估计。</translation>
    </message>
    <message numerus="yes">
        <source>Tested on %n past forecast(s) of sales it had not seen, %1 missed by %2 of the units sold.</source>
        <translation>
            <numerusform>用 %n 次未见过销售的预测检验，%1 的偏差为销量的 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>The best simple method, %1, missed by %2.</source>
        <translation>最好的简单方法（%1）为 %2。</translation>
    </message>
    <message>
        <source>Sales fell inside the 80% band in %1 of the cases.</source>
        <translation>销量有 %1 落在 80% 区间内。</translation>
    </message>
    <message>
        <source>Can I trust it?</source>
        <translation>是否可信</translation>
    </message>
    <message>
        <source>All %1 ahead</source>
        <translation>未来全部 %1</translation>
    </message>
    <message>
        <source>Expected units</source>
        <translation>预期销量</translation>
    </message>
    <message>
        <source>Likely between (80%)</source>
        <translation>可能区间 (80%)</translation>
    </message>
    <message>
        <source>Same time last year</source>
        <translation>去年同期</translation>
    </message>
    <message>
        <source>Sales value</source>
        <translation>销售额</translation>
    </message>
    <message>
        <source>Ranges of totals are estimated: errors of different items partly cancel out, as they did for the whole shop.</source>
        <translation>合计的区间为估计值：不同商品的误差会部分抵消，抵消程度取自全店。</translation>
    </message>
    <message>
        <source>The range of the total is estimated: errors of neighbouring periods are taken as half alike.</source>
        <translation>合计的区间为估计值：相邻各期的误差按一半相同计算。</translation>
    </message>
    <message>
        <source>Coming up</source>
        <translation>近期事件</translation>
    </message>
    <message>
        <source>By fiscal month</source>
        <translation>按财月</translation>
    </message>
    <message>
        <source>%1, in part</source>
        <translation>%1（部分）</translation>
    </message>
    <message>
        <source>Unusual of late</source>
        <translation>近期异常</translation>
    </message>
    <message>
        <source>The network was imported and not tested on this shop&apos;s sales, so nothing says how far off it is. Train one here to compare.</source>
        <translation>该网络是导入的，没有用本店销量检验过，无法说明误差大小。可在本店训练一次作比较。</translation>
    </message>
</context>
<context>
    <name>foresell::Unusual</name>
    <message>
        <source>Sold far more than usual: %1 in the latest %2, usually %3.</source>
        <translation>销量远高于平时：最近 %2 售出 %1，平时为 %3。</translation>
    </message>
    <message>
        <source>Sold far less than usual: %1 in the latest %2, usually %3.</source>
        <translation>销量远低于平时：最近 %2 售出 %1，平时为 %3。</translation>
    </message>
    <message>
        <source>Sold in another pattern than usual: %1 in the latest %2, usually %3.</source>
        <translation>销售节奏与平时不同：最近 %2 售出 %1，平时为 %3。</translation>
    </message>
    <message>
        <source>Ordinary sales look like this about once in %1 times. Look at price, stock, listing and imported sales: a mistake there spoils the forecast.</source>
        <translation>正常销售约每 %1 次才会出现一次这样的情况。检查价格、库存、上架状态和导入的销量数据：这些地方出错会使预测失准。</translation>
    </message>
    <message>
        <source>There is too little history to compare the latest sales with: it takes about 20 items over a year.</source>
        <translation>历史数据太少，无法与近期销量比较：大约需要 20 个商品一年的销量。</translation>
    </message>
    <message>
        <source>%1 of %2 items sold unlike their usual course of late. About 1 in 100 ordinary items is marked by chance.</source>
        <translation>%2 个商品中有 %1 个近期销量与平时走势不同。每 100 个正常商品中约有 1 个会被误标。</translation>
    </message>
</context>
<context>
    <name>foresell::WeekOneDialog</name>
    <message>
        <source>Week numbers</source>
        <translation>周序号</translation>
    </message>
    <message>
        <source>On which day did week 1 begin?</source>
        <translation>第 1 周从哪天开始？</translation>
    </message>
    <message>
        <source>Week 2 begins seven days later, and so on; years need not begin anew.</source>
        <translation>第 2 周晚七天开始，依此类推；跨年不必重新编号。</translation>
    </message>
    <message>
        <source>Use this day</source>
        <translation>使用这一天</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>foresell::WindowMenus</name>
    <message>
        <source>New project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>打开项目…</translation>
    </message>
    <message>
        <source>Import sales…</source>
        <translation>导入销售数据…</translation>
    </message>
    <message>
        <source>Update from a folder…</source>
        <translation>从文件夹更新…</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>关闭项目</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Find an item</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>Colours as on the desktop</source>
        <translation>配色跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>What the figures mean</source>
        <translation>指标说明</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>About Foresell</source>
        <translation>关于 Foresell</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>粘贴表格</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
</context>
<context>
    <name>foresell::WizardNote</name>
    <message>
        <source>The column &quot;%1&quot; numbers its weeks</source>
        <translation>“%1”列是周的序号</translation>
    </message>
    <message>
        <source>Say on which day week 1 began, and the other weeks follow.</source>
        <translation>请说明第 1 周从哪天开始，其余各周依此推算。</translation>
    </message>
    <message>
        <source>Choose the day…</source>
        <translation>选择日期…</translation>
    </message>
    <message>
        <source>Still missing: %1</source>
        <translation>还缺少：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Choose it from the list above the column that holds it.</source>
        <translation>在对应列上方的列表中选择。</translation>
    </message>
    <message>
        <source>Every date so far can be read day first and month first.</source>
        <translation>目前的日期按日在前、月在前都能读。</translation>
    </message>
    <message>
        <source>Choose under Dates which it is; else the whole file decides.</source>
        <translation>在“日期”中选择；否则由整个文件判断。</translation>
    </message>
    <message numerus="yes">
        <source>%n of the first rows cannot be imported</source>
        <translation>
            <numerusform>前面的行中有 %n 行无法导入</numerusform>
        </translation>
    </message>
    <message>
        <source>They stand further down; the check lists them with the reason. Go on: they are kept as rejected rows.</source>
        <translation>它们在更靠后的位置；检查后会连同原因列出。可继续：它们会作为未导入的行保留。</translation>
    </message>
    <message>
        <source>They are tinted; hovering says why. Correct what was detected, or go on: they are kept as rejected rows with their reason.</source>
        <translation>这些行已着色，悬停可看原因。可修正识别结果，也可继续；它们会作为未导入的行连同原因一起保留。</translation>
    </message>
    <message>
        <source>This looks like an export of before with other columns: %1</source>
        <translation>这像是以前见过的导出文件，但列不同：%1</translation>
    </message>
    <message>
        <source>Not in it: %1. Look whether the columns below are right.</source>
        <translation>其中没有：%1。请检查下面各列是否正确。</translation>
    </message>
    <message>
        <source>Read it by its cells alone</source>
        <translation>仅按内容识别</translation>
    </message>
    <message>
        <source>This is an export that Foresell knows: %1</source>
        <translation>这是 Foresell 认识的导出文件：%1</translation>
    </message>
    <message>
        <source>Its columns, order states and refunds are read as that platform means them. Nothing is stored yet.</source>
        <translation>各列、订单状态和退款按该平台的含义读取。尚未保存任何内容。</translation>
    </message>
    <message>
        <source>Foresell can read this file</source>
        <translation>Foresell 可以读取此文件</translation>
    </message>
    <message numerus="yes">
        <source>This is the first of %n tables in it; all of them are checked and imported alike.</source>
        <translation>
            <numerusform>这是其中 %n 张表的第一张；所有表都按同样方式检查和导入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The spreadsheet hides %n of its rows</source>
        <translation>
            <numerusform>表格中有 %n 行被隐藏</numerusform>
        </translation>
    </message>
    <message>
        <source>They are left out.</source>
        <translation>这些行不读取。</translation>
    </message>
    <message>
        <source>They are read like the others.</source>
        <translation>这些行与其他行一样读取。</translation>
    </message>
    <message>
        <source>Read them too</source>
        <translation>也读取</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>不读取</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>%1 of %2 columns are read, %3 rows. Nothing is stored yet.</source>
        <translation>共 %2 列，读取其中 %1 列；%3 行。尚未存储任何内容。</translation>
    </message>
    <message>
        <source>%1 of %2 columns are read. Nothing is stored yet.</source>
        <translation>共 %2 列，读取其中 %1 列。尚未存储任何内容。</translation>
    </message>
    <message>
        <source>There is nothing new in this file</source>
        <translation>此文件中没有新数据</translation>
    </message>
    <message>
        <source>All its rows are known from an earlier import.</source>
        <translation>所有行都已在之前导入过。</translation>
    </message>
    <message>
        <source>Its rows are known already or cannot be read.</source>
        <translation>其中的行已导入过或无法读取。</translation>
    </message>
    <message>
        <source>%1 of %2 rows would be rejected</source>
        <translation>%2 行中有 %1 行无法导入</translation>
    </message>
    <message>
        <source>Below is why. Go back and correct what was detected, or import the others: rejected rows are kept with their reason.</source>
        <translation>原因见下表。可返回修正识别结果，也可直接导入其余行；未导入的行会连同原因一起保留。</translation>
    </message>
    <message>
        <source>The whole file was read and the count adds up</source>
        <translation>已读完整个文件，行数相符</translation>
    </message>
    <message>
        <source>Nothing is stored yet.</source>
        <translation>尚未存储任何内容。</translation>
    </message>
</context>
<context>
    <name>foresell::YearPlanner</name>
    <message>
        <source>worked to make up for a break</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>W</source>
        <comment>worked, one letter</comment>
        <translation>班</translation>
    </message>
</context>
<context>
    <name>foresell::errors</name>
    <message>
        <source>The engine stopped unexpectedly. Nothing that was saved is lost.</source>
        <translation>引擎意外停止。已保存的内容没有丢失。</translation>
    </message>
    <message>
        <source>Try again; the engine has been started anew.</source>
        <translation>引擎已重新启动，可以重试。</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>Choose another name, or open it.</source>
        <translation>换一个名称，或直接打开它。</translation>
    </message>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>Check the path, or create the project first.</source>
        <translation>检查路径，或先创建项目。</translation>
    </message>
    <message>
        <source>This project is open in another program.</source>
        <translation>此项目已在另一个程序中打开。</translation>
    </message>
    <message>
        <source>Close it there first.</source>
        <translation>先在那个程序中将其关闭。</translation>
    </message>
    <message>
        <source>This file is not a Foresell project.</source>
        <translation>此文件不是 Foresell 项目。</translation>
    </message>
    <message>
        <source>Choose a file that Foresell has made, or import this one as data.</source>
        <translation>选择由 Foresell 创建的文件，或将此文件作为数据导入。</translation>
    </message>
    <message>
        <source>This project was made by a newer Foresell.</source>
        <translation>此项目由更新版本的 Foresell 创建。</translation>
    </message>
    <message>
        <source>Update Foresell to open it.</source>
        <translation>更新 Foresell 后即可打开。</translation>
    </message>
    <message>
        <source>The project is damaged.</source>
        <translation>项目已损坏。</translation>
    </message>
    <message>
        <source>Open a backup, or run foresell-cli verify to see what can be rescued.</source>
        <translation>打开备份，或运行 foresell-cli verify 查看可以挽救的内容。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing that was saved before is lost.</source>
        <translation>磁盘已满。此前保存的内容没有丢失。</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>释放一些空间后重试。</translation>
    </message>
    <message>
        <source>The project cannot be written.</source>
        <translation>无法写入项目。</translation>
    </message>
    <message>
        <source>Save a copy in a folder of yours and open that.</source>
        <translation>将副本保存到你自己的文件夹，然后打开该副本。</translation>
    </message>
    <message>
        <source>There are no sales to learn from.</source>
        <translation>没有可供学习的销售数据。</translation>
    </message>
    <message>
        <source>Import sales, or look whether cleaning has set everything aside.</source>
        <translation>导入销售数据，或检查是否所有数据都在清洗时被剔除。</translation>
    </message>
    <message>
        <source>The sales do not span one whole period.</source>
        <translation>销售数据不足一个完整周期。</translation>
    </message>
    <message>
        <source>Choose a shorter unit of time, or import more sales.</source>
        <translation>选择更短的时间单位，或导入更多销售数据。</translation>
    </message>
    <message>
        <source>The history is too short to learn from.</source>
        <translation>历史数据太短，无法学习。</translation>
    </message>
    <message>
        <source>Choose a shorter look ahead or unit of time, or import more sales.</source>
        <translation>选择更短的预测时长或时间单位，或导入更多销售数据。</translation>
    </message>
    <message>
        <source>No GPU can be used on this computer.</source>
        <translation>本机没有可用的 GPU。</translation>
    </message>
    <message>
        <source>Choose Automatic or the processor.</source>
        <translation>选择自动或处理器。</translation>
    </message>
    <message>
        <source>Another job is running.</source>
        <translation>另一项任务正在运行。</translation>
    </message>
    <message>
        <source>Wait for it, or stop it at the foot of the window.</source>
        <translation>等待其完成，或在窗口底部将其停止。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Choose another place, or close the file where it is open.</source>
        <translation>选择其他位置，或先关闭正在使用该文件的程序。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Look whether it is still there and whether you may open it.</source>
        <translation>检查文件是否还在，以及是否有权打开。</translation>
    </message>
    <message>
        <source>%1 holds no rows.</source>
        <translation>%1 中没有数据行。</translation>
    </message>
    <message>
        <source>Choose a file with a table in it.</source>
        <translation>选择包含表格的文件。</translation>
    </message>
    <message>
        <source>%1 cannot be unpacked.</source>
        <translation>无法解压 %1。</translation>
    </message>
    <message>
        <source>Copy or download the file again; nothing of it was imported.</source>
        <translation>重新复制或下载该文件；其中没有任何内容被导入。</translation>
    </message>
    <message>
        <source>The file has not the columns of before.</source>
        <translation>文件的列与之前不同。</translation>
    </message>
    <message>
        <source>Choose the columns again above the table.</source>
        <translation>在表格上方重新选择列。</translation>
    </message>
    <message>
        <source>A column that is needed is missing.</source>
        <translation>缺少必需的列。</translation>
    </message>
    <message>
        <source>Choose the columns above the table.</source>
        <translation>在表格上方选择列。</translation>
    </message>
    <message>
        <source>The formula cannot be read.</source>
        <translation>无法读取公式。</translation>
    </message>
    <message>
        <source>Use names, numbers, + - * / and parentheses; names with spaces stand in brackets, as [competitor price].</source>
        <translation>可用名称、数字、+ - * / 和括号；带空格的名称写在方括号中，如 [competitor price]。</translation>
    </message>
    <message>
        <source>There is a feature of this name already.</source>
        <translation>已有同名特征。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>This cannot be the name of a feature.</source>
        <translation>不能用作特征名称。</translation>
    </message>
    <message>
        <source>Choose a short name without brackets.</source>
        <translation>请用不含方括号的短名称。</translation>
    </message>
    <message>
        <source>A feature in the formula holds words, not numbers.</source>
        <translation>公式中的某个特征是文字而不是数字。</translation>
    </message>
    <message>
        <source>Use features that are numbers.</source>
        <translation>请使用数字特征。</translation>
    </message>
    <message>
        <source>A feature in the formula is not there.</source>
        <translation>公式中的某个特征不存在。</translation>
    </message>
    <message>
        <source>Insert the names from the list.</source>
        <translation>请从列表中插入名称。</translation>
    </message>
    <message>
        <source>This is known for past periods alone: what has not happened yet cannot be told ahead.</source>
        <translation>它只知道过去：尚未发生的事无法提前知道。</translation>
    </message>
    <message>
        <source>Use it for the past, as forecasts do, or import coming values as a plan.</source>
        <translation>可以像预测那样用于过去，或把未来值作为计划导入。</translation>
    </message>
    <message>
        <source>A value cannot be read.</source>
        <translation>有一个数值无法读取。</translation>
    </message>
    <message>
        <source>Enter numbers.</source>
        <translation>请输入数字。</translation>
    </message>
    <message>
        <source>The file tells of more visits than can be added up at once.</source>
        <translation>文件中的访问记录太多，无法一次汇总。</translation>
    </message>
    <message>
        <source>Split it by month and import the parts one after the other.</source>
        <translation>请按月拆分后依次导入。</translation>
    </message>
    <message>
        <source>%1 is damaged.</source>
        <translation>%1 已损坏。</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet, save it anew and import that.</source>
        <translation>请用表格软件打开，重新保存后再导入。</translation>
    </message>
    <message>
        <source>%1 is not unpacked: it would grow too large.</source>
        <translation>%1 解压后过大，未解压。</translation>
    </message>
    <message>
        <source>Split the data over several files, or save the table as CSV.</source>
        <translation>请把数据分成几个文件，或另存为 CSV。</translation>
    </message>
    <message>
        <source>%1 is no workbook as spreadsheets write them.</source>
        <translation>%1 不是表格软件写出的工作簿。</translation>
    </message>
    <message>
        <source>%1 is a workbook of the old kind or locked with a password.</source>
        <translation>%1 是旧格式的工作簿，或设有密码。</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet, save it as .xlsx without a password and import that.</source>
        <translation>请用表格软件打开，另存为不带密码的 .xlsx 后再导入。</translation>
    </message>
    <message>
        <source>%1 is locked with a password.</source>
        <translation>%1 设有密码。</translation>
    </message>
    <message>
        <source>Save it without a password and import that.</source>
        <translation>请去掉密码另存后再导入。</translation>
    </message>
    <message>
        <source>%1 is a web page, whatever its name says.</source>
        <translation>%1 其实是网页，与文件名不符。</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet, save it as .xlsx or CSV and import that.</source>
        <translation>请用表格软件打开，另存为 .xlsx 或 CSV 后再导入。</translation>
    </message>
    <message>
        <source>%1 holds another archive.</source>
        <translation>%1 里还有压缩包。</translation>
    </message>
    <message>
        <source>Unpack it and import the files in it.</source>
        <translation>请解压后导入其中的文件。</translation>
    </message>
    <message>
        <source>%1 holds no table.</source>
        <translation>%1 里没有表格。</translation>
    </message>
    <message>
        <source>Choose an archive with CSV, TSV, text, XLSX or ODS files in it.</source>
        <translation>请选择包含 CSV、TSV、文本、XLSX 或 ODS 文件的压缩包。</translation>
    </message>
    <message>
        <source>%1 has neither days nor items side by side.</source>
        <translation>%1 既没有横排的日期，也没有横排的商品。</translation>
    </message>
    <message>
        <source>Choose the other layout, or the row with the names of the columns.</source>
        <translation>请选择另一种排列，或指定列名所在的行。</translation>
    </message>
    <message>
        <source>A sheet of %1 has too many cells.</source>
        <translation>%1 的一张工作表单元格过多。</translation>
    </message>
    <message>
        <source>Split the sheet, or save it as CSV.</source>
        <translation>请拆分工作表，或另存为 CSV。</translation>
    </message>
    <message>
        <source>Nothing was copied.</source>
        <translation>剪贴板中没有内容。</translation>
    </message>
    <message>
        <source>Copy rows with their headings, then paste them here.</source>
        <translation>请连同表头一起复制，再粘贴到这里。</translation>
    </message>
    <message>
        <source>This computer has not the key by which the project knows its customers.</source>
        <translation>这台电脑没有此项目识别顾客的密钥。</translation>
    </message>
    <message>
        <source>Erase where the sales were imported, or erase by order or day.</source>
        <translation>在导入销售的电脑上抹除，或按订单、日期抹除。</translation>
    </message>
    <message>
        <source>%1 cannot be read, so that nothing is proven of it.</source>
        <translation>%1 无法读取，因此无法证明其中没有残留。</translation>
    </message>
    <message>
        <source>Look whether you may read it, and erase again.</source>
        <translation>确认是否有权读取，然后再次抹除。</translation>
    </message>
    <message>
        <source>Another program is using the project.</source>
        <translation>另一个程序正在使用此项目。</translation>
    </message>
    <message>
        <source>Close the other program; what is left to do is done when the project is opened again.</source>
        <translation>关闭那个程序；剩下的操作会在下次打开项目时完成。</translation>
    </message>
    <message>
        <source>The database refuses the user or the password.</source>
        <translation>数据库拒绝了用户名或密码。</translation>
    </message>
    <message>
        <source>Check both, or ask who runs the database.</source>
        <translation>检查两者，或询问数据库管理员。</translation>
    </message>
    <message>
        <source>The database cannot be reached.</source>
        <translation>无法连接数据库。</translation>
    </message>
    <message>
        <source>Check host and port, whether the server runs, and whether this computer may connect.</source>
        <translation>检查主机和端口、服务器是否在运行，以及这台电脑是否允许连接。</translation>
    </message>
    <message>
        <source>There is no database of this name.</source>
        <translation>没有这个名称的数据库。</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>检查名称。</translation>
    </message>
    <message>
        <source>There is no such table.</source>
        <translation>没有这张表。</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>从列表中选择。</translation>
    </message>
    <message>
        <source>The database does not allow it.</source>
        <translation>数据库不允许此操作。</translation>
    </message>
    <message>
        <source>Ask who runs the database for the right to read it.</source>
        <translation>向数据库管理员申请读取权限。</translation>
    </message>
    <message>
        <source>The driver of this kind of database is not installed.</source>
        <translation>未安装此类数据库的驱动程序。</translation>
    </message>
    <message>
        <source>Install the driver, for ODBC also its entry in odbcinst.ini.</source>
        <translation>安装驱动程序；ODBC 还需在 odbcinst.ini 中登记。</translation>
    </message>
    <message>
        <source>ODBC knows no data source of this name.</source>
        <translation>ODBC 中没有这个名称的数据源。</translation>
    </message>
    <message>
        <source>Set it up in odbc.ini, or write Driver=…</source>
        <translation>在 odbc.ini 中设置，或写成 Driver=…</translation>
    </message>
    <message>
        <source>The query does not only read.</source>
        <translation>这条查询不只是读取。</translation>
    </message>
    <message>
        <source>Write one SELECT.</source>
        <translation>只写一条 SELECT。</translation>
    </message>
    <message>
        <source>The address holds a password, which others could read.</source>
        <translation>地址中含有密码，他人可能看到。</translation>
    </message>
    <message>
        <source>Write it in its own field.</source>
        <translation>请写在密码栏中。</translation>
    </message>
    <message>
        <source>No column could be taken for the date and the quantity to add up.</source>
        <translation>没有可作为日期和数量来合计的列。</translation>
    </message>
    <message>
        <source>Import every row, or write a query that names them date and quantity.</source>
        <translation>导入每一行，或写一条将它们命名为 date 和 quantity 的查询。</translation>
    </message>
    <message>
        <source>This file is no model that can be read.</source>
        <translation>此文件不是可读取的模型。</translation>
    </message>
    <message>
        <source>Choose a file that Foresell exported, or train again.</source>
        <translation>请选择 Foresell 导出的文件，或重新训练。</translation>
    </message>
    <message>
        <source>The model was made by another version of Foresell.</source>
        <translation>此模型由其他版本的 Foresell 生成。</translation>
    </message>
    <message>
        <source>Train again with this version.</source>
        <translation>请用此版本重新训练。</translation>
    </message>
    <message>
        <source>The model was trained on another unit of time than this.</source>
        <translation>此模型训练时使用的时间单位与现在不同。</translation>
    </message>
    <message>
        <source>Train a model for this unit of time.</source>
        <translation>请按此时间单位训练模型。</translation>
    </message>
    <message>
        <source>The model and these sales treat returns differently.</source>
        <translation>此模型与这些销量对退货的处理方式不同。</translation>
    </message>
    <message>
        <source>Clean the sales as they were when the model was trained, or train anew.</source>
        <translation>请按训练模型时的方式清洗销量，或重新训练。</translation>
    </message>
    <message>
        <source>The model needs columns that the data no longer have: %1.</source>
        <translation>模型需要的列在数据中已不存在：%1。</translation>
    </message>
    <message>
        <source>Import them, or train anew.</source>
        <translation>请导入这些列，或重新训练。</translation>
    </message>
    <message>
        <source>The data have columns that the model has never seen: %1.</source>
        <translation>数据中有模型从未见过的列：%1。</translation>
    </message>
    <message>
        <source>Train anew, so that they are learnt.</source>
        <translation>请重新训练，以便学习这些列。</translation>
    </message>
    <message>
        <source>The model learnt from another shop: it knows none of these items.</source>
        <translation>此模型来自其他店铺：不认识这里的任何商品。</translation>
    </message>
    <message>
        <source>Train a model on these data.</source>
        <translation>请用这些数据训练模型。</translation>
    </message>
    <message>
        <source>The earlier run has a network of another kind.</source>
        <translation>之前的训练使用的是另一种网络。</translation>
    </message>
    <message>
        <source>Leave the options open to go on from it, or train anew.</source>
        <translation>请将选项留空以接着训练，或重新训练。</translation>
    </message>
    <message>
        <source>%1 is too large to be a model of Foresell.</source>
        <translation>%1 过大，不可能是 Foresell 的模型。</translation>
    </message>
    <message>
        <source>Choose a file that Foresell exported.</source>
        <translation>请选择 Foresell 导出的文件。</translation>
    </message>
    <message>
        <source>This run has no network that could be exported.</source>
        <translation>此次训练没有可导出的网络。</translation>
    </message>
    <message>
        <source>Choose a run of a network.</source>
        <translation>请选择一次网络训练。</translation>
    </message>
    <message>
        <source>Run %1 has no network to go on from.</source>
        <translation>第 %1 次训练没有可接着学习的网络。</translation>
    </message>
    <message>
        <source>Choose a finished run of a network.</source>
        <translation>请选择一次已完成的网络训练。</translation>
    </message>
    <message>
        <source>Since run %1 there is no complete period to learn from.</source>
        <translation>自第 %1 次训练以来，还没有新的完整周期可学习。</translation>
    </message>
    <message>
        <source>Import newer sales first, or train anew.</source>
        <translation>请先导入更新的销量，或重新训练。</translation>
    </message>
    <message>
        <source>Only a network that learns anew has options to look for.</source>
        <translation>只有重新学习的网络才能搜索选项。</translation>
    </message>
    <message>
        <source>Leave the search out, or choose a network.</source>
        <translation>请取消搜索，或选择一种网络。</translation>
    </message>
    <message>
        <source>The sales that run %1 learnt from have changed since.</source>
        <translation>第 %1 次训练所用的销量此后已发生变化。</translation>
    </message>
    <message>
        <source>Train again, or learn on from this run.</source>
        <translation>请重新训练，或接着此次训练继续学习。</translation>
    </message>
    <message>
        <source>Look whether it was moved or renamed, and choose it again.</source>
        <translation>请检查它是否被移动或改名，然后重新选择。</translation>
    </message>
    <message>
        <source>This folder is not there.</source>
        <translation>该文件夹不存在。</translation>
    </message>
    <message>
        <source>The project cannot be opened.</source>
        <translation>无法打开项目。</translation>
    </message>
    <message>
        <source>Look whether the folder is there and whether you may write in it.</source>
        <translation>请检查文件夹是否存在，以及是否有写入权限。</translation>
    </message>
    <message>
        <source>The project cannot be read or written.</source>
        <translation>无法读取或写入项目。</translation>
    </message>
    <message>
        <source>Look whether its disk is there and sound, then try again.</source>
        <translation>请检查所在磁盘是否可用，然后重试。</translation>
    </message>
    <message>
        <source>This is no cleaning recipe.</source>
        <translation>这不是清洗方案文件。</translation>
    </message>
    <message>
        <source>Choose a file that was saved as one.</source>
        <translation>请选择保存过的清洗方案。</translation>
    </message>
    <message>
        <source>The training came to no result: its error grew without end.</source>
        <translation>训练没有得到结果：误差不断增大。</translation>
    </message>
    <message>
        <source>Use a lower learning rate, or look for extreme values in Cleaning.</source>
        <translation>请降低学习率，或在清洗中检查极端值。</translation>
    </message>
    <message>
        <source>The training failed. The last forecast stays.</source>
        <translation>训练失败，上一次预测仍然保留。</translation>
    </message>
    <message>
        <source>Choose a smaller network, batch or look back.</source>
        <translation>请选择更小的网络、批量或回看长度。</translation>
    </message>
    <message>
        <source>There is too little memory for this training.</source>
        <translation>内存不足，无法完成此次训练。</translation>
    </message>
    <message>
        <source>Choose a smaller network or batch, or close other programs.</source>
        <translation>请选择更小的网络或批量，或关闭其他程序。</translation>
    </message>
    <message>
        <source>The forecast failed. The last one stays.</source>
        <translation>预测失败，上一次预测仍然保留。</translation>
    </message>
    <message>
        <source>Train anew.</source>
        <translation>请重新训练。</translation>
    </message>
    <message>
        <source>There are too many items and periods for the memory.</source>
        <translation>商品和时期过多，内存不足。</translation>
    </message>
    <message>
        <source>Forecast weeks or months, or fewer places.</source>
        <translation>请按周或按月预测，或减少仓店。</translation>
    </message>
    <message>
        <source>Choose two runs or more to compare.</source>
        <translation>请至少选择两次训练进行比较。</translation>
    </message>
    <message>
        <source>This loss cannot learn from sales that are normalised this way.</source>
        <translation>该损失函数无法用这种归一化后的销量学习。</translation>
    </message>
    <message>
        <source>Laws that count from zero go with the logarithm, the mean or none; classes with the logarithm of each series.</source>
        <translation>从零计数的分布可搭配对数、均值或不归一化；需求分类只能搭配每个序列的对数。</translation>
    </message>
    <message>
        <source>This event cannot be kept.</source>
        <translation>无法保存此活动。</translation>
    </message>
    <message>
        <source>Correct its name or its dates: the first day comes first, and the main day lies between.</source>
        <translation>检查名称和日期：开始日期在前，主推日在起止日期之间。</translation>
    </message>
    <message>
        <source>Weeks cannot be numbered this way.</source>
        <translation>无法这样编排周次。</translation>
    </message>
    <message>
        <source>Choose another month or weekday for the year to begin.</source>
        <translation>换一个财年起始月份或起始星期。</translation>
    </message>
    <message>
        <source>Public holidays have the dates that the law gives them.</source>
        <translation>法定节假日的日期由国家规定。</translation>
    </message>
    <message>
        <source>Add an event of your own instead.</source>
        <translation>改为添加自己的活动。</translation>
    </message>
    <message>
        <source>Lunar dates are known from 1950 to 2100 alone.</source>
        <translation>农历日期仅支持 1950 年至 2100 年。</translation>
    </message>
    <message>
        <source>Choose a year between.</source>
        <translation>选择此范围内的年份。</translation>
    </message>
    <message>
        <source>There is no channel %1.</source>
        <translation>没有渠道 %1。</translation>
    </message>
    <message>
        <source>Write its code as the sales have it.</source>
        <translation>按销量数据中的写法填写代码。</translation>
    </message>
    <message>
        <source>There is no calendar of public holidays for this country.</source>
        <translation>没有该国家的法定节假日日历。</translation>
    </message>
    <message>
        <source>Choose another country in the settings, or none.</source>
        <translation>在设置中选择其他国家，或选择“无”。</translation>
    </message>
    <message>
        <source>Taking a bundle apart makes a number too large.</source>
        <translation>拆分组合商品时数量过大。</translation>
    </message>
    <message>
        <source>Look at the quantities of its parts in the list of bundles.</source>
        <translation>检查组合清单中各组成商品的数量。</translation>
    </message>
    <message>
        <source>There are more sale lines than one project holds.</source>
        <translation>销售明细数量超过单个项目的上限。</translation>
    </message>
    <message>
        <source>Split the shop into several projects.</source>
        <translation>把店铺分成多个项目。</translation>
    </message>
    <message>
        <source>It is not said what to read.</source>
        <translation>没有指定要读取的内容。</translation>
    </message>
    <message>
        <source>Choose a table, or write a query.</source>
        <translation>选择一张表，或写一条查询。</translation>
    </message>
    <message>
        <source>This is no address of a database.</source>
        <translation>这不是有效的数据库地址。</translation>
    </message>
    <message>
        <source>Check server, port and name, or write it as postgresql://user@host:port/database.</source>
        <translation>检查服务器、端口和名称，或写成 postgresql://user@host:port/database。</translation>
    </message>
    <message>
        <source>The database reports an error: %1</source>
        <translation>数据库报告错误：%1</translation>
    </message>
    <message>
        <source>Check the query, or ask who runs the database.</source>
        <translation>检查查询语句，或询问数据库管理员。</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>Close other programs, or choose fewer items or a longer unit of time.</source>
        <translation>关闭其他程序，或减少商品、选择更长的时间单位。</translation>
    </message>
    <message>
        <source>There is too little history to test a forecast on.</source>
        <translation>历史数据太少，无法检验预测。</translation>
    </message>
    <message>
        <source>Look less far ahead, or import more sales.</source>
        <translation>缩短预测期，或导入更多销量。</translation>
    </message>
    <message>
        <source>%1 is computed by the program.</source>
        <translation>%1 由程序计算得出。</translation>
    </message>
    <message>
        <source>Enter values of columns that a plan or a signal brought.</source>
        <translation>只能填写由计划或外部信号导入的列。</translation>
    </message>
    <message>
        <source>The choice of features cannot be read.</source>
        <translation>无法读取特征设置。</translation>
    </message>
    <message>
        <source>Open a backup of the project, or choose the features anew.</source>
        <translation>打开项目备份，或重新选择特征。</translation>
    </message>
    <message>
        <source>This feature says when the shop is closed; every forecast needs it.</source>
        <translation>此特征说明店铺何时停业，所有预测都需要它。</translation>
    </message>
    <message>
        <source>Leave it on.</source>
        <translation>保持启用。</translation>
    </message>
    <message>
        <source>%1 is not computed by a formula.</source>
        <translation>%1 不是由公式计算的特征。</translation>
    </message>
    <message>
        <source>Switch it off instead.</source>
        <translation>可改为停用。</translation>
    </message>
    <message>
        <source>%1 does not change with time.</source>
        <translation>%1 不随时间变化。</translation>
    </message>
    <message>
        <source>Import a list of items to change it.</source>
        <translation>导入商品清单即可修改。</translation>
    </message>
    <message>
        <source>There are 50 features by formula already.</source>
        <translation>公式特征已达 50 个上限。</translation>
    </message>
    <message>
        <source>Remove one that you do not need.</source>
        <translation>删除一个不需要的特征。</translation>
    </message>
    <message>
        <source>The project does not know %1.</source>
        <translation>项目中没有 %1。</translation>
    </message>
    <message>
        <source>Use the codes that the sales have.</source>
        <translation>使用销量数据中的代码。</translation>
    </message>
    <message>
        <source>Nothing has been trained yet.</source>
        <translation>尚未训练。</translation>
    </message>
    <message>
        <source>Train a forecast first.</source>
        <translation>先训练一次预测。</translation>
    </message>
    <message>
        <source>Run %1 has learnt from single items, not from styles.</source>
        <translation>第 %1 次训练是按单个商品而不是按款式训练的。</translation>
    </message>
    <message>
        <source>Import which size belongs to which style, add the step “Styles instead of sizes” in Cleaning, clean and train.</source>
        <translation>导入尺码与款式的对应关系，在清洗中添加“按款式而非尺码”步骤，清洗后重新训练。</translation>
    </message>
    <message>
        <source>Run %1 is not there.</source>
        <translation>第 %1 次训练不存在。</translation>
    </message>
    <message>
        <source>Choose another run, or train again.</source>
        <translation>选择其他训练，或重新训练。</translation>
    </message>
    <message>
        <source>Run %1 did not finish.</source>
        <translation>第 %1 次训练未完成。</translation>
    </message>
    <message>
        <source>This computer cannot read the encoding %1.</source>
        <translation>本机无法读取编码 %1。</translation>
    </message>
    <message>
        <source>Save the file as UTF-8 and import it again.</source>
        <translation>把文件另存为 UTF-8 后重新导入。</translation>
    </message>
    <message>
        <source>A part of the import could not be saved; nothing of it was kept.</source>
        <translation>导入的部分数据未能保存，本次导入已全部取消。</translation>
    </message>
    <message>
        <source>Import the file again.</source>
        <translation>重新导入文件。</translation>
    </message>
    <message>
        <source>The list has more than 5,000,000 rows.</source>
        <translation>清单超过 5,000,000 行。</translation>
    </message>
    <message>
        <source>Split it and import the parts one after the other.</source>
        <translation>拆分后逐个导入。</translation>
    </message>
    <message>
        <source>The key for customers cannot be kept in %1.</source>
        <translation>无法在 %1 中保存顾客密钥。</translation>
    </message>
    <message>
        <source>Make the folder writable, or import without the customer column.</source>
        <translation>使该文件夹可写，或导入时不选顾客列。</translation>
    </message>
    <message>
        <source>This computer gives no random numbers, without which nothing can be kept safely.</source>
        <translation>本机无法提供随机数，因此不能安全保存数据。</translation>
    </message>
    <message>
        <source>Start the computer anew and try again.</source>
        <translation>重启电脑后重试。</translation>
    </message>
    <message>
        <source>This import is not there any more.</source>
        <translation>此次导入已不存在。</translation>
    </message>
    <message>
        <source>There is no preset of this name.</source>
        <translation>没有该名称的预设。</translation>
    </message>
    <message>
        <source>Choose another one, or set the columns by hand.</source>
        <translation>选择其他预设，或手动设置列。</translation>
    </message>
    <message>
        <source>%1 has no such sheet.</source>
        <translation>%1 中没有该工作表。</translation>
    </message>
    <message>
        <source>Choose another sheet of it.</source>
        <translation>选择其中的其他工作表。</translation>
    </message>
    <message>
        <source>The rows of the import do not add up; nothing was imported.</source>
        <translation>导入的行数对不上，没有导入任何数据。</translation>
    </message>
    <message>
        <source>Please report the file that shows this.</source>
        <translation>请把出现此问题的文件反馈给我们。</translation>
    </message>
    <message>
        <source>There is no time zone %1.</source>
        <translation>没有时区 %1。</translation>
    </message>
    <message>
        <source>Choose one of the list in the settings, such as Asia/Shanghai.</source>
        <translation>在设置中从列表选择，例如 Asia/Shanghai。</translation>
    </message>
    <message>
        <source>A column of %1 numbers its weeks.</source>
        <translation>%1 中有一列是周次编号。</translation>
    </message>
    <message>
        <source>Say on which day its week 1 began.</source>
        <translation>指定第 1 周从哪一天开始。</translation>
    </message>
    <message>
        <source>There is no item %1.</source>
        <translation>没有商品 %1。</translation>
    </message>
    <message>
        <source>There is no location %1.</source>
        <translation>没有仓店 %1。</translation>
    </message>
    <message>
        <source>The sales span more periods than a shop can have.</source>
        <translation>销量跨越的期数过多，不合常理。</translation>
    </message>
    <message>
        <source>Look for a wrong date in the file, or choose a longer unit of time.</source>
        <translation>检查文件中是否有错误日期，或选择更长的时间单位。</translation>
    </message>
    <message>
        <source>Say one thing to erase: a customer, an order or a day.</source>
        <translation>每次只能删除一类内容：一位顾客、一个订单或某天以前的数据。</translation>
    </message>
    <message>
        <source>Fill in one field alone.</source>
        <translation>只填写一个字段。</translation>
    </message>
    <message>
        <source>Sales were imported that are not cleaned yet.</source>
        <translation>有已导入但尚未清洗的销量。</translation>
    </message>
    <message>
        <source>Clean the sales first.</source>
        <translation>先清洗销量。</translation>
    </message>
    <message>
        <source>The sales have changed while they were read.</source>
        <translation>读取过程中销量数据发生了变化。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>重试一次。</translation>
    </message>
    <message>
        <source>The project cannot be written: compressing its data failed.</source>
        <translation>无法写入项目：压缩数据失败。</translation>
    </message>
    <message>
        <source>Close other programs to free memory, then try again.</source>
        <translation>关闭其他程序释放内存后重试。</translation>
    </message>
    <message>
        <source>The tables of this project are not those that Foresell makes.</source>
        <translation>此项目的数据表不是 Foresell 生成的结构。</translation>
    </message>
    <message>
        <source>Open a backup, or ask whoever changed the file.</source>
        <translation>打开备份，或询问修改过该文件的人。</translation>
    </message>
    <message>
        <source>This project was made by an older Foresell.</source>
        <translation>此项目由旧版 Foresell 创建。</translation>
    </message>
    <message>
        <source>Open it once where it can be written, so that it is brought up to date.</source>
        <translation>先在可写入的位置打开一次，以便升级。</translation>
    </message>
    <message>
        <source>This change cannot be undone or redone.</source>
        <translation>此更改无法撤销或重做。</translation>
    </message>
    <message>
        <source>The data stay as they are now.</source>
        <translation>数据保持现状。</translation>
    </message>
    <message>
        <source>%1 is no folder.</source>
        <translation>%1 不是文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder in which the shop&apos;s exports lie.</source>
        <translation>选择存放店铺导出文件的文件夹。</translation>
    </message>
    <message>
        <source>The forecast and the history of run %1 do not belong together.</source>
        <translation>第 %1 次训练的预测与历史数据不匹配。</translation>
    </message>
    <message>
        <source>Train a forecast again.</source>
        <translation>重新训练预测。</translation>
    </message>
    <message>
        <source>There is no forecast to report on.</source>
        <translation>没有可用于报告的预测。</translation>
    </message>
    <message>
        <source>Choose runs that are done.</source>
        <translation>选择已完成的训练。</translation>
    </message>
    <message>
        <source>Choose another place, or free some disk space.</source>
        <translation>换一个位置，或清理磁盘空间。</translation>
    </message>
    <message>
        <source>%1 is there already; the sample never overwrites other files.</source>
        <translation>%1 已存在；示例数据不会覆盖其他文件。</translation>
    </message>
    <message>
        <source>Choose an empty folder.</source>
        <translation>选择一个空文件夹。</translation>
    </message>
    <message>
        <source>Choose another way in the settings.</source>
        <translation>在设置中选择其他方式。</translation>
    </message>
    <message>
        <source>The state of the training cannot be written to %1.</source>
        <translation>无法把训练进度写入 %1。</translation>
    </message>
    <message>
        <source>Free some disk space, or look whether you may write there.</source>
        <translation>清理磁盘空间，或检查是否有写入权限。</translation>
    </message>
    <message>
        <source>The option %1 cannot be used with this value.</source>
        <translation>选项 %1 不能使用该值。</translation>
    </message>
    <message>
        <source>Leave it open to let the program choose.</source>
        <translation>留空即可由程序选择。</translation>
    </message>
    <message>
        <source>The forecast is made by run %1, so it cannot be removed.</source>
        <translation>当前预测采用第 %1 次训练，不能删除。</translation>
    </message>
    <message>
        <source>Use another run for the forecast first.</source>
        <translation>请先把其他训练用于预测。</translation>
    </message>
    <message>
        <source>Run %1 is training, so it cannot be removed.</source>
        <translation>第 %1 次训练正在进行，不能删除。</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>请先停止该训练。</translation>
    </message>
    <message>
        <source>Run %1 has nothing left to learn, or is training already.</source>
        <translation>第 %1 次训练已经完成或正在进行。</translation>
    </message>
    <message>
        <source>Only a run that was interrupted can go on.</source>
        <translation>只有中断的训练可以继续。</translation>
    </message>
</context>
<context>
    <name>foresell::help</name>
    <message>
        <source>Error (WAPE)</source>
        <translation>预测误差 (WAPE)</translation>
    </message>
    <message>
        <source>All misses added up, as a share of what was sold. 30% means: of 100 units sold, the forecast was off by 30.</source>
        <translation>所有偏差之和占销量的比例。30% 表示：每售出 100 件，预测偏差为 30 件。</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Whether the forecast is too high (+) or too low (−) on the whole.</source>
        <translation>预测整体上偏高 (+) 还是偏低 (−)。</translation>
    </message>
    <message>
        <source>Likely range</source>
        <translation>预测区间</translation>
    </message>
    <message>
        <source>The 80% band: sales should fall inside in 8 of 10 periods. Wide bands are honest, not bad.</source>
        <translation>即 80% 区间：10 期中应有 8 期的销量落在其中。区间宽是如实反映不确定性，并不代表预测差。</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>How often sales really fell inside a band. For the 80% band, about 80% is right.</source>
        <translation>销量实际落在区间内的比例。对 80% 区间而言，80% 左右为宜。</translation>
    </message>
    <message>
        <source>Last year&apos;s pattern</source>
        <translation>去年走势</translation>
    </message>
    <message>
        <source>The simple method to beat: the same week or month a year ago, or the same weekday a week ago.</source>
        <translation>作为比较基准的简单方法：取去年同一周或同一月，或上周同一天的销量。</translation>
    </message>
    <message>
        <source>MASE and RMSSE</source>
        <translation>MASE 与 RMSSE</translation>
    </message>
    <message>
        <source>The error against that of a simple guess on the same item; below 1 is better than the guess.</source>
        <translation>与同一商品的简单猜测相比的误差；小于 1 即优于简单猜测。</translation>
    </message>
    <message>
        <source>sMAPE</source>
        <translation>sMAPE</translation>
    </message>
    <message>
        <source>The mean miss in percent of the mean of sale and forecast; low sellers count as much as best sellers.</source>
        <translation>偏差占销量与预测均值的百分比，再取平均；滞销品与爆款权重相同。</translation>
    </message>
    <message>
        <source>Pinball loss</source>
        <translation>分位数损失</translation>
    </message>
    <message>
        <source>Judges the whole band, not only its middle; lower is better.</source>
        <translation>评价整个区间，而不只是中间值；越低越好。</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>已剔除</translation>
    </message>
    <message>
        <source>Lines that cleaning does not learn from. They stay in the file and can come back.</source>
        <translation>清洗后不参与学习的行。它们仍保留在文件中，可以恢复。</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Sales after cleaning: what the program learns from.</source>
        <translation>清洗后的销量，即程序用来学习的数据。</translation>
    </message>
    <message>
        <source>In charts</source>
        <translation>图表操作</translation>
    </message>
    <message>
        <source>Wheel: zoom at the pointer. Drag: zoom to a span. Space and drag: move. Home: all. Arrow keys: read values. + and −: zoom.</source>
        <translation>滚轮：以指针为中心缩放。拖动：放大所选时段。空格加拖动：平移。Home：显示全部。方向键：读取数值。+ 和 −：缩放。</translation>
    </message>
    <message>
        <source>Demand forecasts from your own sales, on your own computer. Foresell connects to nothing but a database that you choose.</source>
        <translation>在你自己的电脑上，用你自己的销售数据预测需求。除你选择的数据库外，Foresell 不会建立任何网络连接。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without any warranty.</source>
        <translation>自由软件，按 GNU 通用公共许可证第 3 版或更高版本授权，不提供任何担保。</translation>
    </message>
    <message>
        <source>Built with Qt and Qt Charts, libtorch, SQLite, Eigen, ICU, zstd, xxHash, libsodium, {fmt}, CLI11 and JSON for Modern C++.</source>
        <translation>基于 Qt 与 Qt Charts、libtorch、SQLite、Eigen、ICU、zstd、xxHash、libsodium、{fmt}、CLI11 和 JSON for Modern C++ 构建。</translation>
    </message>
</context>
</TS>
