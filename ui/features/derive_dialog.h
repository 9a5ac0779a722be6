// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/features/feature_facts.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace foresell {

/// A feature computed from others: its name, its formula, and the names to choose from. It stays open with the reason where
/// the engine refuses the formula.
class DeriveDialog : public QDialog {
    Q_OBJECT

public:
    DeriveDialog(const std::vector<FeatureFacts>& features, const DerivedFeature& given, QWidget* parent);

    DerivedFeature derived() const;
    void refuse(const QString& why);

signals:
    void wanted(const foresell::DerivedFeature& derived);

private:
    void insertName();

    QLineEdit *m_name, *m_formula;
    QComboBox* m_names;
    QLabel* m_why;
    QPushButton* m_use;
};

}  // namespace foresell
