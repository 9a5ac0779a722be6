// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "core/protocol/feature_messages.h"
#include "core/protocol/message.h"
#include "ui/widgets/page.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace foresell {

class ComingPanel;
class DeriveDialog;
class ElidedLabel;
class FeatureModel;
class NoteCard;
class SidePanel;

/// What forecasts may learn from besides the sales: every feature with its role, switch, coverage and course; coming values
/// that are missing, and features computed by a formula. Each change is kept at once and can be undone.
class FeaturesPage : public Page {
    Q_OBJECT

public:
    explicit FeaturesPage(ProjectSession& session, QWidget* parent = nullptr);

    QString title() const override;
    QString facts() const override;
    QList<QAction*> plainActions() const override;
    QAction* primaryAction() const override;
    void activated() override;
    /// Shows a feature beside the table.
    void choose(const std::string& name);
    bool isReady() const { return m_isReady; }

protected:
    void retranslate() override;

private:
    void lay();
    void connectAll();
    void ask();
    void present(FeatureList list);
    void showNote();
    void showFeature();
    void askForComing();
    const FeatureFacts* current() const;
    void change(const FeatureChange& change);
    void enter(const std::vector<ComingEntry>& entries);
    void derive(const DerivedFeature& given);
    void fail(const ErrorBody& error);

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QProgressBar* m_busy;
    NoteCard* m_note;
    QTableView* m_table;
    FeatureModel* m_model;
    SidePanel* m_side;
    ElidedLabel* m_name;
    QLabel *m_meaning, *m_role, *m_range;
    QCheckBox* m_use;
    QPushButton *m_changeFormula, *m_remove;
    ComingPanel* m_coming;
    QAction *m_add, *m_next;
    FeatureList m_list;
    std::string m_chosen;
    QPointer<DeriveDialog> m_dialog;
    std::int64_t m_revision = -1;
    int m_generation = 0;
    bool m_isReady = false;
};

}  // namespace foresell
