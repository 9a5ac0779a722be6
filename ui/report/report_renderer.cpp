// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_renderer.h"

#include <QFontMetricsF>
#include <QLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/version.h"
#include "ui/charts/chart_colors.h"
#include "ui/charts/chart_text.h"
#include "ui/charts/sparkline.h"
#include "ui/charts/time_chart.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr double margin = 68;
constexpr double top = 84;
constexpr double bottom = 1123 - 74;
constexpr double rowHeight = 26;
constexpr std::size_t shortTable = 12;
constexpr int printedDpi = 1200;

const ChartColors& ink() {
    return chartColors(false);
}

constexpr double contentWidth() {
    return ReportRenderer::pageWidth - 2 * margin;
}

}  // namespace

ReportRenderer::ReportRenderer(ReportContent content, const QLocale& locale) : m_content(std::move(content)), m_words(locale) {
    build();
    paginate();
}

QFont ReportRenderer::font(Style style) const {
    static const std::map<Style, int> sizes{{Style::Title, 25}, {Style::Lead, 13}, {Style::Section, 14},
                                            {Style::Body, 12},  {Style::Small, 11}, {Style::Strong, 12}};
    const bool isStrong = style == Style::Title || style == Style::Section || style == Style::Strong;
    return printFont(sizes.at(style), isStrong);
}

QColor ReportRenderer::color(Style style) const {
    return style == Style::Lead || style == Style::Small ? ink().text2 : ink().text;
}

double ReportRenderer::textHeight(const QString& text, Style style, double width) const {
    constexpr double spare = 0.95;  // the paper's letters can be a little wider than these, and wrap a line earlier
    return QFontMetricsF(font(style)).boundingRect(QRectF(0, 0, spare * width, 10000), Qt::TextWordWrap, text).height();
}

void ReportRenderer::addText(const QString& text, Style style, double spaceAfter, bool keepsWithNext) {
    const double height = textHeight(text, style, contentWidth());
    m_blocks.push_back({height + spaceAfter, [this, text, style](QPainter& painter, const QRectF& area) {
                            painter.setFont(font(style));
                            painter.setPen(color(style));
                            painter.drawText(area, Qt::TextWordWrap, text);
                        }, keepsWithNext});
}

void ReportRenderer::addSection(const QString& text, const QString& remark) {
    m_blocks.push_back({40, [this, text, remark](QPainter& painter, const QRectF& area) {
                            const QRectF line = area.adjusted(0, 12, 0, -6);
                            painter.setFont(font(Style::Section));
                            painter.setPen(ink().text);
                            painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text);
                            painter.setFont(font(Style::Small));
                            painter.setPen(ink().text2);
                            painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, remark);
                        }, true});
}

void ReportRenderer::addFigures(const QList<QStringList>& figures) {
    const double share = contentWidth() / static_cast<double>(figures.size());
    const double width = share - 12;
    double captionHeight = 0;
    for (const QStringList& figure : figures) {
        captionHeight = std::max(captionHeight, textHeight(figure.value(2), Style::Small, width));
    }
    m_blocks.push_back({70 + captionHeight, [this, figures, share, width, captionHeight](QPainter& painter, const QRectF& area) {
                            painter.setPen(QPen(ink().line, 1));
                            painter.drawLine(area.topLeft(), area.topRight());
                            painter.drawLine(QPointF(area.left(), area.bottom() - 6), QPointF(area.right(), area.bottom() - 6));
                            QFont large = font(Style::Title);
                            large.setPixelSize(20);
                            for (qsizetype i = 0; i < figures.size(); ++i) {
                                const double left = area.left() + share * static_cast<double>(i);
                                painter.setFont(font(Style::Small));
                                painter.setPen(ink().text2);
                                painter.drawText(QRectF(left, area.top() + 8, width, 20), Qt::AlignLeft | Qt::AlignVCenter, figures[i].value(0));
                                painter.drawText(QRectF(left, area.top() + 56, width, captionHeight), Qt::TextWordWrap, figures[i].value(2));
                                painter.setFont(large);
                                painter.setPen(ink().text);
                                painter.drawText(QRectF(left, area.top() + 27, width, 28), Qt::AlignLeft | Qt::AlignVCenter, figures[i].value(1));
                            }
                        }});
}

void ReportRenderer::paintRow(QPainter& painter, const QRectF& area, const std::vector<Column>& columns, const Row& row, bool isHead) const {
    double x = area.left();
    if (isHead) {
        painter.fillRect(area, ink().subtle);
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const double width = area.width() * columns[i].share;
        const QRectF cell = QRectF(x, area.top(), width, area.height()).adjusted(6, 0, -6, 0);
        const QString text = isHead ? columns[i].head : row.cells.value(static_cast<qsizetype>(i));
        painter.setFont(font(isHead ? Style::Small : row.isStrong ? Style::Strong : Style::Body));
        painter.setPen(isHead ? ink().text2 : ink().text);
        if (!isHead && text.isEmpty() && !row.past.empty()) {
            paintSparkline(painter, cell.adjusted(0, 5, 0, -5), row.past, row.next, ink());
        }
        painter.drawText(cell, static_cast<int>(columns[i].alignment | Qt::AlignVCenter),
                         QFontMetricsF(painter.font()).elidedText(text, Qt::ElideRight, cell.width()));
        x += width;
    }
    painter.setPen(QPen(ink().line, 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
}

void ReportRenderer::addTable(const std::vector<Column>& columns, const std::vector<Row>& rows) {
    m_blocks.push_back({rowHeight, [this, columns](QPainter& painter, const QRectF& area) { paintRow(painter, area, columns, {}, true); }, true});
    // Short tables stay whole; a long one breaks between any two rows.
    const bool isShort = rows.size() <= shortTable;
    const std::size_t head = m_blocks.size() - 1;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        m_blocks.push_back({rowHeight, [this, columns, row = rows[i]](QPainter& painter, const QRectF& area) { paintRow(painter, area, columns, row, false); },
                            isShort && i + 1 < rows.size(), head});
    }
    m_blocks.push_back({12, [](QPainter&, const QRectF&) {}});
}

void ReportRenderer::paintChart(QPainter& painter, const QRectF& area, const SeriesSum& sum, const QString& name) const {
    const ForecastView& view = *m_content.view;
    TimeChartData data;
    data.name = name;
    data.axis = view.history().axis;
    data.firstPeriod = view.history().firstPeriod;
    data.firstForecast = view.forecast().firstPeriod;
    data.sold = sum.demand;
    data.demand = sum.demand;
    data.median = sum.median;
    const std::array<double, 3> tails{0.025, 0.1, 0.25};
    for (std::size_t level = 0; level < view.levels().size(); ++level) {
        for (std::size_t band = 0; band < tails.size(); ++band) {
            if (std::abs(view.levels()[level] - tails[band]) < 1e-6) {
                data.bands[band].low = sum.quantiles[level];
            } else if (std::abs(view.levels()[level] - (1 - tails[band])) < 1e-6) {
                data.bands[band].high = sum.quantiles[level];
            }
        }
    }
    for (TimeChartData::Band& band : data.bands) {
        band = band.low.size() == band.high.size() ? band : TimeChartData::Band();
    }
    TimeChart chart;
    chart.setAttribute(Qt::WA_DontShowOnScreen);
    chart.setLocale(m_words.locale());
    chart.setFont(font(Style::Body));
    TimeChartWords words;
    words.sold = m_words.text(QT_TRANSLATE_NOOP("Report", "Sold"));
    words.forecast = m_words.text(QT_TRANSLATE_NOOP("Report", "Forecast"));
    words.median = m_words.text(QT_TRANSLATE_NOOP("Report", "Median"));
    chart.setWords(words);
    chart.setForPrint(true);
    chart.resize(area.size().toSize());
    chart.show();
    chart.layout()->activate();
    chart.setData(std::move(data));
    chart.showLastYears(view.history().axis.kind == PeriodKind::Day ? 0.5 : 2);
    chart.render(painter, area);
}

void ReportRenderer::addChart(const SeriesSum& sum, const QString& name, double height) {
    m_blocks.push_back({height, [this, sum, name](QPainter& painter, const QRectF& area) { paintChart(painter, area, sum, name); }});
}

void ReportRenderer::addChartPair(const ReportItem* left, const ReportItem* right) {
    m_blocks.push_back({252, [this, left, right](QPainter& painter, const QRectF& area) {
                            const double width = (area.width() - 24) / 2;
                            double x = area.left();
                            for (const ReportItem* item : {left, right}) {
                                if (item != nullptr) {
                                    const QString name = shownName(QString::fromStdString(item->name.empty() ? item->code : item->name));
                                    painter.setFont(font(Style::Strong));
                                    painter.setPen(ink().text);
                                    painter.drawText(QRectF(x, area.top(), width, 20), Qt::AlignLeft | Qt::AlignVCenter,
                                                     QFontMetricsF(painter.font()).elidedText(name, Qt::ElideRight, width));
                                    paintChart(painter, QRectF(x, area.top() + 20, width, 220), m_content.view->sum(item->series), name);
                                }
                                x += width + 24;
                            }
                        }});
}

void ReportRenderer::paginate() {
    m_pages.emplace_back();
    double y = top;
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        double needed = m_blocks[i].height;
        for (std::size_t next = i; m_blocks[next].keepsWithNext && next + 1 < m_blocks.size(); ++next) {
            needed += m_blocks[next + 1].height;
        }
        if (y + needed > bottom && y > top) {
            m_pages.emplace_back();
            y = top;
            if (const auto head = m_blocks[i].head) {
                m_pages.back().emplace_back(y, *head);
                y += m_blocks[*head].height;
            }
        }
        m_pages.back().emplace_back(y, i);
        y += m_blocks[i].height;
    }
}

void ReportRenderer::paintFrame(QPainter& painter, int page) const {
    const RunResult& result = m_content.view->result();
    painter.fillRect(QRectF(0, 0, pageWidth, 6), ink().accent);
    const QRectF head(margin, 38, contentWidth(), 20), foot(margin, pageHeight - 52, contentWidth(), 20);
    painter.setFont(font(Style::Strong));
    painter.setPen(ink().text2);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, QString::fromStdString(m_content.shop));
    painter.setFont(font(Style::Body));
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter,
                     m_words.text(QT_TRANSLATE_NOOP("Report", "Forecast from %1")).arg(dateText(m_content.view->firstForecastDay(), m_words.locale())));
    painter.setPen(QPen(ink().line, 1));
    painter.drawLine(QPointF(margin, pageHeight - 60), QPointF(pageWidth - margin, pageHeight - 60));
    QFont small = font(Style::Small);
    small.setPixelSize(10);
    painter.setFont(small);
    painter.setPen(ink().text2);
    const QString receipt = m_words.text(QT_TRANSLATE_NOOP("Report", "Receipt: run %1 · %2 · sales to %3 · data %4 · seed %5 · Foresell %6"))
                                .arg(m_content.view->run().id.value)
                                .arg(m_words.method(result.model, result.axis.kind), dateText(m_content.lastDay, m_words.locale()),
                                     QString::fromStdString(result.dataHash).left(12))
                                .arg(result.seed)
                                .arg(QString::fromLatin1(version()));
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, receipt);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, u"%1/%2"_s.arg(page + 1).arg(pageCount()));
}

void ReportRenderer::paintPage(QPainter& painter, int page) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(0, 0, pageWidth, pageHeight), Qt::white);
    paintFrame(painter, page);
    for (const auto& [y, block] : m_pages[static_cast<std::size_t>(page)]) {
        painter.save();
        m_blocks[block].paint(painter, QRectF(margin, y, contentWidth(), m_blocks[block].height));
        painter.restore();
    }
    painter.restore();
}

void ReportRenderer::writePdf(const QString& path) const {
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(printedDpi);
    writer.setTitle(headline());
    writer.setCreator(u"Foresell "_s + QString::fromLatin1(version()));
    QPainter painter;
    bool isWritten = painter.begin(&writer);
    for (int page = 0; isWritten && page < pageCount(); ++page) {
        isWritten = page == 0 || writer.newPage();
        painter.resetTransform();
        painter.scale(printedDpi / 96.0, printedDpi / 96.0);
        paintPage(painter, page);
    }
    isWritten = painter.isActive() && painter.end() && isWritten;
    if (!isWritten) {
        throw Error("report.cannot_write", "the report cannot be written to " + path.toStdString(),
                    "Choose another folder, or close the program that shows the file.", {{"file", path.toStdString()}});
    }
}

}  // namespace foresell
