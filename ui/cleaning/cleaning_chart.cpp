// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cleaning/cleaning_chart.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <cmath>

#include "core/protocol/methods.h"
#include "ui/charts/before_after_chart.h"
#include "ui/charts/chart_text.h"
#include "ui/cleaning/step_words.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/page.h"

namespace foresell {

CleaningChart::CleaningChart(ProjectSession& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_head(new ElidedLabel(14, true)), m_item(new QLineEdit), m_thisStep(makeButton("plain")),
      m_wholeRecipe(makeButton("plain")), m_measure(new QComboBox), m_chart(new BeforeAfterChart) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(makeRow());
    auto* box = new QVBoxLayout;
    box->setContentsMargins(24, 0, 16, 8);
    box->addWidget(m_chart);
    m_chart->setMinimumHeight(160);
    rows->addLayout(box, 1);
    connect(m_measure, &QComboBox::currentIndexChanged, this, &CleaningChart::draw);
    connect(m_item, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty() && m_itemId != 0) {
            m_itemId = 0;
            draw();
        }
    });
    connect(m_item, &QLineEdit::returnPressed, this, [this] { chooseItem(m_item->text()); });
}

QLayout* CleaningChart::makeRow() {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(24, 10, 16, 4);
    row->setSpacing(0);
    auto* group = new QButtonGroup(this);
    for (QPushButton* button : {m_thisStep, m_wholeRecipe}) {
        button->setCheckable(true);
        button->setProperty("segment", true);
        group->addButton(button);
    }
    m_thisStep->setChecked(true);
    connect(group, &QButtonGroup::buttonClicked, this, &CleaningChart::draw);
    m_measure->setProperty("control", QStringLiteral("tool"));
    m_measure->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_item->setProperty("control", QStringLiteral("tool"));
    m_item->setMinimumWidth(220);
    m_item->setMaximumWidth(280);
    m_item->setClearButtonEnabled(true);
    row->addWidget(m_head, 1);
    row->addSpacing(8);
    row->addWidget(m_item);
    row->addSpacing(8);
    row->addWidget(m_thisStep);
    row->addWidget(m_wholeRecipe);
    row->addSpacing(8);
    row->addWidget(m_measure);
    return row;
}

void CleaningChart::fillItems() {
    auto* items = new QStandardItemModel(this);
    try {
        for (const ItemRecord& item : m_session.reader()->items()) {
            auto* row = new QStandardItem(shownName(QString::fromStdString(item.name)) + QStringLiteral("  ") + QString::fromStdString(item.code));
            row->setData(QString::fromStdString(item.code), Qt::UserRole);
            items->appendRow(row);
        }
    } catch (const Error& error) {
        emit m_session.failed(ErrorBody::fromError(error));
    }
    auto* completer = new QCompleter(items, this);
    items->setParent(completer);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(10);
    connect(completer, QOverload<const QModelIndex&>::of(&QCompleter::activated), this, [this](const QModelIndex& index) {
        const QString code = index.data(Qt::UserRole).toString();
        QMetaObject::invokeMethod(this, [this, code] { chooseItem(code); }, Qt::QueuedConnection);
    });
    delete m_item->completer();
    m_item->setCompleter(completer);
}

void CleaningChart::show(const Recipe& recipe, const CleaningSummary& summary, int step) {
    ++m_generation;
    m_recipe = recipe;
    m_summary = summary;
    m_step = step;
    askForWeeks();
    draw();
}

void CleaningChart::chooseStep(int step) {
    m_step = step;
    m_thisStep->setChecked(true);
    draw();
}

void CleaningChart::chooseItem(const QString& text) {
    const std::string code = text.trimmed().toStdString();
    for (const ItemRecord& item : m_session.reader()->items()) {
        if (item.code == code) {
            m_itemId = item.id.value;
            m_itemName = shownName(QString::fromStdString(item.name.empty() ? item.code : item.name));
            m_item->setText(QString::fromStdString(item.code));
            askForWeeks();
            return;
        }
    }
}

void CleaningChart::clear() {
    ++m_generation;
    m_summary = {};
    m_item->clear();
}

void CleaningChart::askForWeeks() {
    if (m_itemId == 0 || m_summary.weekly.units.empty()) {
        return;
    }
    const int generation = m_generation;
    m_session.engine().call(method::cleaningWeeks, ItemWeeksRequest{m_itemId},
                            {.context = this,
                             .succeeded =
                                 [this, generation, item = m_itemId](const nlohmann::json& json) {
                                     if (generation == m_generation && item == m_itemId) {
                                         m_itemWeeks = json.get<WeeklyTotals>();
                                         draw();
                                     }
                                 },
                             .failed = [this](const ErrorBody& error) { emit m_session.failed(error); }});
}

void CleaningChart::draw() {
    const auto number = static_cast<std::size_t>(m_step);
    const bool isUnits = m_measure->currentIndex() != 1;
    const bool isOfItem = m_itemId != 0 && m_itemWeeks.units.size() == m_summary.weekly.units.size();
    const WeeklyTotals& weekly = isOfItem ? m_itemWeeks : m_summary.weekly;
    const auto& stages = isUnits ? weekly.units : weekly.money;
    if (m_step < 0 || number + 1 >= stages.size()) {
        return;
    }
    const bool isWhole = m_wholeRecipe->isChecked();
    const auto& before = stages[isWhole ? 0 : number];
    const auto& after = stages[isWhole ? stages.size() - 1 : number + 1];
    const auto& shop = m_summary.weekly.units.front();
    const auto& shopMoney = m_summary.weekly.money.front();
    BeforeAfterData data;
    const QString name = isWhole ? tr("Whole recipe") : StepWords::name(m_recipe.steps[number]);
    data.name = isOfItem ? tr("%1, %2: before and after").arg(name, m_itemName) : tr("%1: before and after").arg(name);
    data.beforeName = isWhole ? tr("As imported") : tr("Before this step");
    data.afterName = tr("After");
    for (std::size_t week = 0; week < before.size(); ++week) {
        // A week in which the whole shop sold nothing was closed: the line breaks there.
        const bool isClosed = shop[week] == 0 && shopMoney[week] == 0;
        data.days.push_back(weekly.firstDay + static_cast<Day>(7 * week));
        data.before.push_back(isClosed ? std::nan("") : toDouble(before[week]));
        data.after.push_back(isClosed ? std::nan("") : toDouble(after[week]));
    }
    m_head->setText(data.name);
    m_chart->setData(std::move(data));
}

void CleaningChart::retranslate() {
    m_thisStep->setText(tr("This step"));
    m_wholeRecipe->setText(tr("Whole recipe"));
    const int measure = qMax(0, m_measure->currentIndex());
    {
        const QSignalBlocker quiet(m_measure);
        m_measure->clear();
        m_measure->addItems({tr("Units sold a week"), tr("Sales value a week")});
        m_measure->setCurrentIndex(measure);
    }
    m_measure->setAccessibleName(tr("What the chart shows"));
    m_item->setPlaceholderText(tr("Whole shop, or an item"));
    m_item->setAccessibleName(tr("Item of the chart"));
    draw();
}

}  // namespace foresell
