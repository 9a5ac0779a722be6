// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cleaning/cleaning_page.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>

#include "core/protocol/methods.h"
#include "ui/charts/chart_text.h"
#include "ui/cleaning/changed_lines_export.h"
#include "ui/cleaning/changed_lines_model.h"
#include "ui/cleaning/cleaning_chart.h"
#include "ui/cleaning/step_list.h"
#include "ui/cleaning/step_sums.h"
#include "ui/cleaning/step_words.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/side_panel.h"

namespace foresell {

namespace {

constexpr int linesShown = 500;
constexpr int sideFoldsBelow = 1200;

QString dateText(Day day) {
    return foresell::dateText(day, QLocale());
}

QString count(std::int64_t value) {
    return numberText(static_cast<double>(value));
}

}  // namespace

CleaningPage::CleaningPage(ProjectSession& session, QWidget* parent)
    : Page(session, parent), m_stack(new QStackedWidget), m_empty(new EmptyState(QStringLiteral("cleaning"))),
      m_side(new SidePanel(SidePanel::Edge::Left, 376, sideFoldsBelow)), m_steps(new StepList), m_recipeHead(makeLabel(14, true)),
      m_recipeNote(new ElidedLabel(12, false, "text2")), m_wholeName(makeLabel(13, true)), m_wholeNote(makeLabel(12, false, "text2")),
      m_wholeState(makeLabel(13, false, "text2")), m_addStep(makeButton("plain")), m_options(makeButton("plain")), m_up(makeButton("plain")),
      m_down(makeButton("plain")), m_remove(makeButton("plain")), m_undo(makeButton("plain")), m_sums(new StepSums), m_caution(new NoteCard), m_busy(new QProgressBar),
      m_chart(new CleaningChart(session)), m_linesHead(makeLabel(14, true)),
      m_linesNote(new ElidedLabel(12, false, "text2")), m_search(new QLineEdit), m_export(makeButton("plain")), m_lines(new QTableView),
      m_lineModel(new ChangedLinesModel(this)), m_open(new QAction(this)), m_save(new QAction(this)), m_undoAll(new QAction(this)), m_apply(new QAction(this)),
      m_recipe(defaultRecipe()) {
    lay();
    m_open->setIcon(themedIcon(QStringLiteral("open")));
    m_save->setIcon(themedIcon(QStringLiteral("save")));
    m_undoAll->setIcon(themedIcon(QStringLiteral("undo")));
    m_apply->setIcon(themedIcon(QStringLiteral("next"), Role::OnAccent));
    connect(m_open, &QAction::triggered, this, &CleaningPage::openRecipe);
    connect(m_save, &QAction::triggered, this, &CleaningPage::saveRecipe);
    connect(m_undoAll, &QAction::triggered, this, [this] { switchAll(!hasStepsOn()); });
    connect(m_apply, &QAction::triggered, this, &CleaningPage::apply);
    connect(m_empty, &EmptyState::clicked, this, [this] { emit goTo(PageId::Data); });
    connect(m_caution, &NoteCard::clicked, this, [this] { showStep(m_cautionStep); });
    connect(m_steps, &StepList::currentChanged, this, [this] {
        showTools();
        m_chart->chooseStep(step());
        askForLines();
    });
    connect(m_steps, &StepList::switched, this, [this](int number, bool isOn) {
        Recipe next = m_recipe;
        next.steps[static_cast<std::size_t>(number)].enabled = isOn;
        change(std::move(next), number);
    });
    connect(m_steps, &StepList::opened, this, &CleaningPage::editOptions);
    connect(m_steps, &StepList::moved, this, &CleaningPage::moveStepBy);
    connect(m_lines, &QTableView::activated, this, [this](const QModelIndex& index) { m_chart->chooseItem(m_lineModel->itemCode(index.row())); });
    auto* wait = new QTimer(this);
    wait->setSingleShot(true);
    wait->setInterval(250);
    connect(m_search, &QLineEdit::textChanged, wait, qOverload<>(&QTimer::start));
    connect(wait, &QTimer::timeout, this, &CleaningPage::askForLines);
    connect(m_export, &QPushButton::clicked, this, &CleaningPage::exportLines);
    connect(&session, &ProjectSession::projectChanged, this, [this] {
        m_hasPreview = false;
        m_previewedRevision = -1;
        m_recipe = defaultRecipe();
        m_past.clear();
        m_storedRecipe.clear();
        m_chart->clear();
    });
    connect(&session, &ProjectSession::changed, this, [this] {
        if (isVisible()) {
            activated();
        }
    });
    retranslate();
}

QString CleaningPage::title() const {
    return tr("Clean the sales");
}

QString CleaningPage::facts() const {
    const ProjectFacts& facts = session().facts();
    if (facts.lines == 0) {
        return {};
    }
    return QStringList{QString::fromStdString(facts.settings.name), dateText(facts.firstDay) + QStringLiteral(" – ") + dateText(facts.lastDay),
                       tr("steps mark lines, they never delete")}
        .join(QStringLiteral("  ·  "));
}

QList<QAction*> CleaningPage::quietActions() const {
    return session().facts().lines > 0 ? QList<QAction*>{m_open, m_save} : QList<QAction*>{};
}

QList<QAction*> CleaningPage::plainActions() const {
    return session().facts().lines > 0 ? QList<QAction*>{m_undoAll} : QList<QAction*>{};
}

QAction* CleaningPage::primaryAction() const {
    return session().facts().lines > 0 ? m_apply : nullptr;
}

void CleaningPage::activated() {
    const ProjectFacts& facts = session().facts();
    m_stack->setCurrentIndex(facts.lines > 0 ? 0 : 1);
    emit headerChanged();
    if (facts.lines == 0 || m_previewedRevision == facts.revision) {
        return;
    }
    m_previewedRevision = facts.revision;
    // A recipe that a person is still at work on stays, unless the project's became another.
    if (const std::string stored = facts.recipe.dump(); !facts.recipe.is_null() && stored != m_storedRecipe) {
        m_storedRecipe = stored;
        try {
            m_recipe = recipeFromJson(facts.recipe);
            m_past.clear();
        } catch (const Error& error) {
            emit session().failed(ErrorBody::fromError(error));
        }
    }
    m_chart->fillItems();
    preview();
    session().engine().call(method::dataQuality, nlohmann::json::object(), {.context = this, .succeeded = [this](const nlohmann::json& json) {
                                m_quality = json.get<DataQuality>();
                                showWholeWeeks();
                            }});
}

int CleaningPage::step() const {
    return m_steps->current();
}

void CleaningPage::showStep(const std::string& id) {
    m_wantedStep = id;
    if (!m_hasPreview) {
        return;
    }
    for (std::size_t i = 0; i < m_recipe.steps.size(); ++i) {
        if (m_recipe.steps[i].id == id) {
            m_wantedStep.clear();
            m_steps->setCurrent(static_cast<int>(i));
        }
    }
}

void CleaningPage::setBusy(bool isBusy) {
    m_busy->setVisible(isBusy);
}

void CleaningPage::preview() {
    const int generation = ++m_generation;
    CleaningRequest request;
    request.recipe = m_recipe;
    setBusy(true);
    session().engine().call(method::cleaningPreview, request,
                            {.context = this,
                             .succeeded =
                                 [this, generation](const nlohmann::json& json) {
                                     if (generation == m_generation) {
                                         m_summary = json.get<CleaningSummary>();
                                         m_hasPreview = true;
                                         setBusy(false);
                                         show();
                                     }
                                 },
                             .failed =
                                 [this](const ErrorBody& error) {
                                     setBusy(false);
                                     emit session().failed(error);
                                 }});
}

void CleaningPage::show() {
    const std::string& currency = session().facts().settings.currency;
    m_steps->setSteps(m_recipe, m_summary, currency);
    m_recipeNote->setText(tr("%n step(s), in this order", nullptr, static_cast<int>(m_recipe.steps.size())));
    showTools();
    const CleaningTotals& imported = m_summary.imported;
    const CleaningTotals& kept = m_summary.kept;
    m_figures[0]->setText(count(imported.lines));
    // Lines that stand for what was in bundles were not imported: they are told apart, so that the sum is right.
    std::int64_t created = 0;
    for (const CleaningStepResult& step : m_summary.steps) {
        created += step.created;
    }
    m_figures[1]->setText(count(kept.lines - created));
    m_figures[2]->setText(count(m_summary.setAside));
    const auto withMoney = [&](const QString& text, const CleaningTotals& totals) {
        return currency.empty() || totals.money == 0 ? text : text + QStringLiteral(" · ") + moneyText(toDouble(totals.money), currency, QLocale());
    };
    m_figureNotes[0]->setText(withMoney(tr("%1 units net").arg(numberText(toDouble(imported.units))), imported));
    const QString learnt = numberText(toDouble(kept.units));
    m_figureNotes[1]->setText(withMoney(created == 0 ? tr("%1 units to learn from").arg(learnt)
                                                     : tr("with %1 lines of parts: %2 units").arg(count(created), learnt), kept));
    m_figureNotes[2]->setText(tr("kept in the file, can come back"));
    m_undoAll->setText(hasStepsOn() ? tr("Undo all") : tr("Use all steps"));
    m_undoAll->setToolTip(hasStepsOn() ? tr("Switches every step off, so that nothing is set aside") : QString());
    m_apply->setEnabled(kept.lines > 0);
    showCaution();
    if (!m_wantedStep.empty()) {
        showStep(m_wantedStep);
    }
    m_chart->show(m_recipe, m_summary, step());
    askForLines();
}

void CleaningPage::showCaution() {
    const auto found = std::find_if(m_summary.steps.begin(), m_summary.steps.end(), [](const CleaningStepResult& each) { return each.needsALook; });
    m_caution->setVisible(found != m_summary.steps.end());
    if (found == m_summary.steps.end()) {
        return;
    }
    m_cautionStep = found->id;
    m_caution->setNote(NoteCard::Tone::Warn, tr("Look at: %1").arg(StepWords::name(found->id)),
                       tr("These lines hold %1 of all units sold. Keep them if such orders come back.").arg(percentText(found->shareOfUnits, 1)),
                       tr("Review %1 lines").arg(count(found->setAside + found->corrected)));
}

void CleaningPage::showWholeWeeks() {
    QStringList ends;
    if (m_quality.completeTo != noDay && m_quality.completeFrom > m_quality.firstDay) {
        ends.append(tr("before %1").arg(dateText(m_quality.completeFrom)));
    }
    if (m_quality.completeTo != noDay && m_quality.completeTo < m_quality.lastDay) {
        ends.append(tr("after %1").arg(dateText(m_quality.completeTo)));
    }
    m_wholeName->setText(tr("Incomplete weeks"));
    m_wholeNote->setText(ends.isEmpty() ? tr("The sales begin and end with a whole week") : tr("Sales %1: part of a week only").arg(ends.join(tr(" and "))));
    m_wholeState->setText(ends.isEmpty() ? tr("none") : tr("not learnt"));
}

void CleaningPage::askForLines() {
    if (!m_hasPreview) {
        return;
    }
    const int generation = m_generation;
    const int number = step();
    LinesRequest request;
    request.step = number;
    request.limit = linesShown;
    request.search = m_search->text().toStdString();
    session().engine().call(method::cleaningLines, request,
                            {.context = this,
                             .succeeded =
                                 [this, generation, number](const nlohmann::json& json) {
                                     if (generation != m_generation || number != step()) {
                                         return;
                                     }
                                     auto page = json.get<ChangedLinesPage>();
                                     const bool isCut = page.total > static_cast<std::int64_t>(page.lines.size());
                                     QString note = page.total == 0 ? tr("none")
                                                    : isCut ? tr("the first %1 of %2").arg(count(linesShown), count(page.total)) : count(page.total);
                                     const QString findings = StepWords::findings(m_summary.steps.at(static_cast<std::size_t>(number)));
                                     m_linesNote->setText(findings.isEmpty() ? note : note + QStringLiteral(" · ") + findings);
                                     m_export->setEnabled(page.total > 0);
                                     m_lineModel->setPage(std::move(page), session().facts().settings.currency);
                                 },
                             .failed = [this](const ErrorBody& error) { emit session().failed(error); }});
}

void CleaningPage::exportLines() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Export the changed lines"),
                                                      QString::fromStdString(m_recipe.steps[static_cast<std::size_t>(step())].id) + QStringLiteral(".csv"),
                                                      tr("Tables (*.csv)"));
    if (file.isEmpty()) {
        return;
    }
    LinesRequest request;
    request.step = step();
    request.search = m_search->text().toStdString();
    new ChangedLinesExport(session(), request, file, this);
}

bool CleaningPage::hasStepsOn() const {
    return std::any_of(m_recipe.steps.begin(), m_recipe.steps.end(), [](const RecipeStep& each) { return each.enabled; });
}

void CleaningPage::switchAll(bool isOn) {
    Recipe next = m_recipe;
    for (RecipeStep& each : next.steps) {
        each.enabled = isOn;
    }
    change(std::move(next), step());
}

void CleaningPage::apply() {
    CleaningRequest request;
    request.recipe = m_recipe;
    if (Job* job = session().startJob(tr("Cleaning"), method::cleaningApply, request)) {
        connect(job, &Job::succeeded, this, [this] { emit goTo(PageId::Training); });
    }
}

void CleaningPage::retranslate() {
    const QString names[] = {tr("Lines imported"), tr("Lines kept"), tr("Set aside")};
    for (int i = 0; i < 3; ++i) {
        m_figureNames[i]->setText(names[i]);
    }
    m_recipeHead->setText(tr("Recipe"));
    m_side->setName(tr("Recipe"));
    m_chart->retranslate();
    m_search->setPlaceholderText(tr("Find order or item"));
    m_search->setAccessibleName(tr("Find order or item"));
    m_export->setText(tr("Export…"));
    m_lines->setAccessibleName(tr("Lines this step changes"));
    m_lines->setToolTip(tr("Enter or a double click shows the item in the chart"));
    m_busy->setAccessibleName(tr("The recipe is being tried"));
    m_open->setText(tr("Open recipe…"));
    m_save->setText(tr("Save recipe…"));
    retranslateTools();
    m_undoAll->setText(tr("Undo all"));
    m_apply->setText(tr("Apply and train"));
    m_empty->setTexts(tr("Import sales first"), tr("Cleaning finds repeats, cancellations, returns and bulk orders in your sales and shows what it takes off."),
                      tr("Go to Data"));
    showWholeWeeks();
    if (m_hasPreview) {
        show();
    }
}

}  // namespace foresell
