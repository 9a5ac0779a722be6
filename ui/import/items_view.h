// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace foresell {

class ItemQualityModel;
class ProjectSession;

/// The items behind the figures: new, ended, seldom sold, sold out; each a double click (or Return) from its lines.
class ItemsView : public QWidget {
    Q_OBJECT

public:
    explicit ItemsView(ProjectSession& session, QWidget* parent = nullptr);

    /// "", "new", "ended", "gaps" or "sold_out", as of itemsOfKind.
    void show(const QString& kind);
    /// Looks anew where the project has changed.
    void activate();
    ItemQualityModel& model() { return *m_model; }

signals:
    void linesWanted(const QString& item);

protected:
    void changeEvent(QEvent* event) override;

private:
    void load();
    void openLines(const QModelIndex& index);
    void exportItems();
    void retranslate();

    ProjectSession& m_session;
    ItemQualityModel* m_model;
    QComboBox* m_kind;
    QLabel* m_count;
    QLabel* m_none;
    QPushButton *m_lines, *m_export;
    QTableView* m_table;
    std::int64_t m_revision = -1;
    QString m_shown;
    std::int64_t m_total = 0;
};

}  // namespace foresell
