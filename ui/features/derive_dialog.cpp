// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/derive_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "core/features/derived_features.h"
#include "ui/features/feature_words.h"
#include "ui/widgets/page.h"

namespace foresell {

DeriveDialog::DeriveDialog(const std::vector<FeatureFacts>& features, const DerivedFeature& given, QWidget* parent)
    : QDialog(parent), m_name(new QLineEdit), m_formula(new QLineEdit), m_names(new QComboBox), m_why(makeLabel(13, false, "error")) {
    setWindowTitle(given.name.empty() ? tr("Add a feature by a formula") : tr("Change the formula"));
    m_name->setText(QString::fromStdString(given.name));
    m_name->setReadOnly(!given.name.empty());
    m_name->setMaxLength(static_cast<int>(longestFeatureName));
    m_formula->setText(QString::fromStdString(given.formula));
    m_formula->setMaxLength(static_cast<int>(longestFormula));
    m_formula->setPlaceholderText(QStringLiteral("price / cost"));
    for (const FeatureFacts& feature : features) {
        if (feature.categories == 0 && feature.name != given.name) {
            m_names->addItem(featureTitle(feature), QString::fromStdString(feature.name));
        }
    }
    auto* insert = makeButton("plain");
    insert->setText(tr("Insert"));
    connect(insert, &QPushButton::clicked, this, &DeriveDialog::insertName);
    auto* choice = new QHBoxLayout;
    choice->addWidget(m_names, 1);
    choice->addWidget(insert);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Formula"), m_formula);
    form->addRow(tr("Features"), choice);
    m_names->setAccessibleName(tr("Features"));
    auto* help = makeLabel(12, false, "text2");
    help->setWordWrap(true);
    help->setText(tr("Arithmetic, comparison (price < 10 ? 1 : 0) and min, max, abs, sqrt, ln, exp. It is known in advance where everything in it is."));
    m_why->setWordWrap(true);
    m_why->hide();
    auto* buttons = new QDialogButtonBox;
    m_use = buttons->addButton(tr("Use this formula"), QDialogButtonBox::ActionRole);
    m_use->setProperty("kind", QStringLiteral("primary"));
    m_use->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(m_use, &QPushButton::clicked, this, [this] { emit wanted(derived()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(help);
    column->addWidget(m_why);
    column->addStretch();
    column->addWidget(buttons);
    resize(520, 280);
    (given.name.empty() ? m_name : m_formula)->setFocus();
}

DerivedFeature DeriveDialog::derived() const {
    return {m_name->text().trimmed().toStdString(), m_formula->text().trimmed().toStdString()};
}

void DeriveDialog::refuse(const QString& why) {
    m_why->setText(why);
    m_why->show();
}

void DeriveDialog::insertName() {
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    const QString name = m_names->currentData().toString();
    m_formula->insert(plain.match(name).hasMatch() ? name : QStringLiteral("[%1]").arg(name));
    m_formula->setFocus();
}

}  // namespace foresell
