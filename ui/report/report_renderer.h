// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QList>
#include <functional>
#include <optional>

#include "core/report/report_content.h"
#include "ui/report/report_words.h"

class QPainter;

namespace foresell {

/// Lays a report out on A4 pages and paints them, on the screen as into the PDF. Everything is text and vectors. Needs a
/// QApplication, of platform offscreen where there is no window.
class ReportRenderer {
public:
    static constexpr double pageWidth = 794;    ///< A4 at 96 dpi, the unit of all measures here
    static constexpr double pageHeight = 1123;

    ReportRenderer(ReportContent content, const QLocale& locale);

    int pageCount() const { return static_cast<int>(m_pages.size()); }
    const ReportContent& content() const { return m_content; }
    /// Paints page `page` (from 0) with its upper left corner at the origin.
    void paintPage(QPainter& painter, int page) const;
    /// Throws Error "report.cannot_write".
    void writePdf(const QString& path) const;
    QString headline() const;

private:
    /// A piece that is never broken over two pages.
    struct Block {
        double height = 0;
        std::function<void(QPainter&, const QRectF&)> paint;
        bool keepsWithNext = false;
        std::optional<std::size_t> head = std::nullopt;  ///< of a table's rows: the block that is repeated above them on a new page
    };
    enum class Style { Title, Lead, Section, Body, Small, Strong };
    struct Column {
        double share;
        Qt::Alignment alignment;
        QString head;
    };
    struct Row {
        QStringList cells;
        bool isStrong = false;
        std::vector<float> past, next;  ///< drawn in the cell that is empty
    };

    QFont font(Style style) const;
    QColor color(Style style) const;
    double textHeight(const QString& text, Style style, double width) const;

    void build();
    void addText(const QString& text, Style style, double spaceAfter, bool keepsWithNext = false);
    void addSection(const QString& text, const QString& remark = {});
    void addFigures(const QList<QStringList>& figures);
    void addTable(const std::vector<Column>& columns, const std::vector<Row>& rows);
    void addChart(const SeriesSum& sum, const QString& name, double height);
    void addChartPair(const ReportItem* left, const ReportItem* right);
    void addSummary();
    void addFiscalMonths();
    void addItems();
    void addCharts();
    void addAccuracy();
    void addCleaning();
    void addMethod();
    void paginate();

    void paintChart(QPainter& painter, const QRectF& area, const SeriesSum& sum, const QString& name) const;
    void paintRow(QPainter& painter, const QRectF& area, const std::vector<Column>& columns, const Row& row, bool isHead) const;
    void paintFrame(QPainter& painter, int page) const;
    QString unitsPer() const;
    QString verdictText() const;
    QString stepName(const std::string& id) const;

    ReportContent m_content;
    ReportWords m_words;
    std::vector<Block> m_blocks;
    std::vector<std::vector<std::pair<double, std::size_t>>> m_pages;  ///< top and block
};

}  // namespace foresell
