// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/figure_strip.h"
#include "ui/widgets/page.h"

class QAction;
class QComboBox;
class QLineEdit;
class QModelIndex;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;
class QTreeView;

namespace foresell {

class ForecastSource;
class ItemModel;
class PeriodModel;
class SeriesTableModel;
class TimeChart;
class TrustPanel;

/// What to expect of each item: a searchable list, the chart with its bands, the coming periods in figures, and how far
/// to trust it.
class ForecastPage : public Page {
    Q_OBJECT

public:
    explicit ForecastPage(ProjectSession& session, QWidget* parent = nullptr);
    ~ForecastPage() override;

    QString title() const override;
    QString facts() const override;
    QList<QAction*> plainActions() const override;
    QAction* primaryAction() const override;
    void activated() override;
    void showItem(const QString& code) override;

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeSide();
    QWidget* makeContent();
    QWidget* makeTools();
    QWidget* makePlan();
    void reload();
    void adoptView();
    void showUnusual();
    void showCurrent();
    void showFigures();
    void showSizes();
    FigureStrip::Figure testFigure(const QModelIndex& current) const;
    void chooseBands(int choice);
    void applyFilter();
    void showCount();
    void exportCsv();
    void fitPlan();

    ForecastSource* m_source;
    ItemModel* m_items;
    PeriodModel* m_periods;
    SeriesTableModel *m_table, *m_sizes;
    QStackedWidget *m_stack, *m_views;
    EmptyState* m_empty;
    QWidget *m_side, *m_inspectorArea;
    QLineEdit* m_search;
    QComboBox *m_grouping, *m_sorting, *m_bands, *m_span;
    QToolButton *m_filter, *m_reset;
    QAction *m_newOnly, *m_endedOnly, *m_largeOnly, *m_unusualOnly, *m_export, *m_report;
    QTreeView* m_tree;
    QLabel *m_listHead, *m_listTotal, *m_planTitle, *m_planFacts, *m_shown;
    QPushButton *m_chartButton, *m_tableButton, *m_sizesButton;
    FigureStrip* m_figures;
    TimeChart* m_chart;
    QTableView *m_plan, *m_tableView, *m_sizesView;
    TrustPanel* m_trust;
    qint64 m_revision = -1;
    QString m_path;
    QString m_wanted;  ///< item to show once the forecast is read
};

}  // namespace foresell
