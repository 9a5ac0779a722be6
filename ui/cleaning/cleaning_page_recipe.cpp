// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <algorithm>

#include "core/cleaning/step_catalog.h"
#include "core/base/json_text.h"
#include "core/protocol/methods.h"
#include "ui/cleaning/cleaning_page.h"
#include "ui/cleaning/step_list.h"
#include "ui/cleaning/step_options_dialog.h"
#include "ui/cleaning/step_sums.h"
#include "ui/cleaning/step_words.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/icons.h"

namespace foresell {

namespace {

constexpr std::size_t mostUndone = 200;

ErrorBody fileError(const QString& message) {
    ErrorBody error;
    error.message = message.toStdString();
    return error;
}

}  // namespace

QLayout* CleaningPage::makeRecipeTools() {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(16, 6, 12, 6);
    row->setSpacing(6);
    m_addStep->setMenu(new QMenu(m_addStep));
    m_addStep->setIcon(themedIcon(QStringLiteral("plus")));
    m_options->setIcon(themedIcon(QStringLiteral("settings")));
    m_up->setIcon(themedIcon(QStringLiteral("up")));
    m_down->setIcon(themedIcon(QStringLiteral("down")));
    m_remove->setIcon(themedIcon(QStringLiteral("close")));
    m_undo->setIcon(themedIcon(QStringLiteral("undo")));
    m_addStep->setProperty("control", QStringLiteral("tool"));
    for (QPushButton* button : {m_options, m_up, m_down, m_remove, m_undo}) {
        button->setProperty("control", QStringLiteral("tool"));
        row->addWidget(button);
    }
    row->insertStretch(4);
    connect(m_addStep->menu(), &QMenu::aboutToShow, this, &CleaningPage::fillAddMenu);
    connect(m_options, &QPushButton::clicked, this, [this] { editOptions(step()); });
    connect(m_up, &QPushButton::clicked, this, [this] { moveStepBy(step(), -1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveStepBy(step(), 1); });
    connect(m_remove, &QPushButton::clicked, this, &CleaningPage::removeStep);
    connect(m_undo, &QPushButton::clicked, this, &CleaningPage::undoChange);
    return row;
}

void CleaningPage::change(Recipe recipe, int step) {
    m_past.push_back(m_recipe);
    if (m_past.size() > mostUndone) {
        m_past.erase(m_past.begin());
    }
    m_recipe = std::move(recipe);
    m_steps->mark(step);
    preview();
}

void CleaningPage::undoChange() {
    if (!m_past.empty()) {
        m_recipe = std::move(m_past.back());
        m_past.pop_back();
        preview();
    }
}

void CleaningPage::fillAddMenu() {
    QMenu* menu = m_addStep->menu();
    menu->clear();
    menu->setToolTipsVisible(true);
    for (const std::string& id : absentSteps(m_recipe)) {
        QAction* action = menu->addAction(StepWords::name(id));
        action->setToolTip(StepWords::purpose(id));
        connect(action, &QAction::triggered, this, [this, id] { addAbsentStep(id); });
    }
}

void CleaningPage::addAbsentStep(const std::string& id) {
    Recipe next = m_recipe;
    const auto at = static_cast<int>(addStep(next, id));
    change(std::move(next), at);
    // A step that does nothing before it is told something opens at once.
    if (id == cleaning_step::merges || id == cleaning_step::conversions || id == cleaning_step::closedDays) {
        QMetaObject::invokeMethod(this, [this, at] { editOptions(at); }, Qt::QueuedConnection);
    }
}

void CleaningPage::removeStep() {
    const int number = step();
    if (number < 0 || static_cast<std::size_t>(number) >= m_recipe.steps.size()) {
        return;
    }
    Recipe next = m_recipe;
    next.steps.erase(next.steps.begin() + number);
    change(std::move(next), std::max(0, number - 1));
}

void CleaningPage::moveStepBy(int number, int by) {
    if (number + by < 0 || !canMoveStep(m_recipe, static_cast<std::size_t>(number), static_cast<std::size_t>(number + by))) {
        return;
    }
    Recipe next = m_recipe;
    moveStep(next, static_cast<std::size_t>(number), static_cast<std::size_t>(number + by));
    change(std::move(next), number + by);
}

/// Previews the recipe with the step as the dialog has it, without changing the page.
void CleaningPage::tryStep(StepOptionsDialog& dialog, int number, const RecipeStep& step) {
    CleaningRequest request;
    request.recipe = m_recipe;
    request.recipe->steps[static_cast<std::size_t>(number)] = step;
    session().engine().call(method::cleaningPreview, request,
                            {.context = &dialog, .succeeded = [&dialog, number](const nlohmann::json& json) {
                                 const auto summary = json.get<CleaningSummary>();
                                 if (static_cast<std::size_t>(number) < summary.steps.size()) {
                                     dialog.showResult(summary.steps[static_cast<std::size_t>(number)]);
                                 }
                             }});
}

void CleaningPage::editOptions(int number) {
    if (number < 0 || static_cast<std::size_t>(number) >= m_recipe.steps.size()) {
        return;
    }
    auto* dialog = new StepOptionsDialog(m_recipe.steps[static_cast<std::size_t>(number)], session().facts().settings.currency, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (static_cast<std::size_t>(number) < m_summary.steps.size() &&
        m_summary.steps[static_cast<std::size_t>(number)].id == m_recipe.steps[static_cast<std::size_t>(number)].id) {
        dialog->showResult(m_summary.steps[static_cast<std::size_t>(number)]);
    }
    connect(dialog, &StepOptionsDialog::tried, this, [this, dialog, number](const RecipeStep& step) { tryStep(*dialog, number, step); });
    connect(dialog, &QDialog::finished, this, [this, dialog, number](int outcome) {
        const RecipeStep step = dialog->step();
        if (outcome == QDialog::Accepted && !(step == m_recipe.steps[static_cast<std::size_t>(number)])) {
            Recipe next = m_recipe;
            next.steps[static_cast<std::size_t>(number)] = step;
            change(std::move(next), number);
        } else {
            preview();  // the engine's last preview may be one that was only tried
        }
    });
    dialog->open();
}

void CleaningPage::showTools() {
    const int number = step();
    const bool hasStep = number >= 0 && static_cast<std::size_t>(number) < m_recipe.steps.size();
    const auto at = static_cast<std::size_t>(std::max(0, number));
    m_options->setEnabled(hasStep);
    m_remove->setEnabled(hasStep);
    m_up->setEnabled(hasStep && number > 0 && canMoveStep(m_recipe, at, at - 1));
    m_down->setEnabled(hasStep && canMoveStep(m_recipe, at, at + 1));
    m_undo->setEnabled(!m_past.empty());
    m_addStep->setEnabled(!absentSteps(m_recipe).empty());
    if (hasStep && m_hasPreview && at < m_summary.steps.size()) {
        m_sums->show(m_summary.steps[at], session().facts().settings.currency);
        const bool isStock = m_recipe.steps[at].id == cleaning_step::stockOuts;
        m_linesHead->setText(isStock ? tr("Days without stock") : tr("Lines this step changes"));
    }
}

void CleaningPage::saveRecipe() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the recipe"), QStringLiteral("recipe.json"), tr("Recipes (*.json)"));
    if (path.isEmpty()) {
        return;
    }
    QFile file(path);
    const QByteArray text = QByteArray::fromStdString(toJson(m_recipe).dump(2));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        emit session().failed(fileError(tr("The recipe cannot be saved there: %1.").arg(file.errorString())));
    }
}

void CleaningPage::openRecipe() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open a recipe"), QString(), tr("Recipes (*.json)"));
    if (path.isEmpty()) {
        return;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestRecipeFile) {
        emit session().failed(fileError(tr("The recipe cannot be read: %1.").arg(file.isOpen() ? tr("the file is too large") : file.errorString())));
        return;
    }
    try {
        // A summary of `clean --json` holds its recipe too.
        const auto json = parseJson(file.readAll().toStdString());
        change(recipeFromJson(json.is_object() && json.contains("steps") ? json : json.value("recipe", nlohmann::json())), 0);
    } catch (const Error& error) {
        emit session().failed(ErrorBody::fromError(error));
    } catch (const nlohmann::json::exception&) {
        emit session().failed(fileError(tr("The recipe cannot be read: %1.").arg(tr("it is no JSON file"))));
    }
}

void CleaningPage::retranslateTools() {
    m_addStep->setText(tr("Add step"));
    m_options->setText(tr("Options…"));
    const std::pair<QPushButton*, QString> icons[] = {{m_up, tr("Move the step up (Alt+Up)")},
                                                      {m_down, tr("Move the step down (Alt+Down)")},
                                                      {m_remove, tr("Take the step out of the recipe")},
                                                      {m_undo, tr("Undo the last change of the recipe")}};
    for (const auto& [button, text] : icons) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    m_sums->retranslate();
    showTools();
}

}  // namespace foresell
