// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/features/features_page.h"

#include <QAction>
#include <QCheckBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <algorithm>

#include "core/protocol/methods.h"
#include "ui/charts/chart_text.h"
#include "ui/features/coming_panel.h"
#include "ui/features/derive_dialog.h"
#include "ui/features/feature_model.h"
#include "ui/features/feature_words.h"
#include "ui/project_session/project_session.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/note_card.h"
#include "ui/widgets/side_panel.h"

namespace foresell {

namespace {

constexpr int sideFoldsBelow = 1300;
constexpr int rowsShown = 200;

bool missesComing(const FeatureFacts& feature) {
    return feature.isUsed && feature.role == FeatureRole::KnownAhead && feature.comingMissing > 0;
}

/// A signal is past-only as long as nobody has told coming values of it.
bool hasComing(const FeatureFacts& feature) {
    return feature.role == FeatureRole::KnownAhead || (feature.role == FeatureRole::PastOnly && feature.source == "signals");
}

}  // namespace

FeaturesPage::FeaturesPage(ProjectSession& session, QWidget* parent)
    : Page(session, parent), m_stack(new QStackedWidget), m_empty(new EmptyState(QStringLiteral("features"))), m_busy(new QProgressBar),
      m_note(new NoteCard), m_table(new QTableView), m_model(new FeatureModel(this)),
      m_side(new SidePanel(SidePanel::Edge::Right, 400, sideFoldsBelow)), m_name(new ElidedLabel(14, true)), m_meaning(makeLabel(13)),
      m_role(makeLabel(12, false, "text2")), m_range(makeLabel(12, false, "text2")), m_use(new QCheckBox),
      m_changeFormula(makeButton("plain")), m_remove(makeButton("plain")), m_coming(new ComingPanel), m_add(new QAction(this)),
      m_next(new QAction(this)) {
    lay();
    m_add->setIcon(themedIcon(QStringLiteral("plus")));
    m_next->setIcon(themedIcon(QStringLiteral("next"), Role::OnAccent));
    connectAll();
    retranslate();
}

void FeaturesPage::connectAll() {
    connect(m_empty, &EmptyState::clicked, this, [this] { emit goTo(PageId::Data); });
    connect(m_next, &QAction::triggered, this, [this] { emit goTo(PageId::Training); });
    connect(m_add, &QAction::triggered, this, [this] { derive({}); });
    connect(m_changeFormula, &QPushButton::clicked, this, [this] {
        if (const FeatureFacts* feature = current()) {
            derive({feature->name, feature->formula});
        }
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        FeatureChange removal;
        removal.remove = {m_chosen};
        change(removal);
    });
    const auto use = [this](const std::string& name, bool isUsed) {
        FeatureChange switching;
        (isUsed ? switching.enable : switching.disable) = {name};
        change(switching);
    };
    connect(m_model, &FeatureModel::switched, this, use);
    connect(m_use, &QCheckBox::clicked, this, [this, use](bool isUsed) { use(m_chosen, isUsed); });
    connect(m_coming, &ComingPanel::filled, this, [this](const QString& how) {
        FeatureChange filling;
        filling.fills[m_chosen] = how.toStdString();
        change(filling);
    });
    connect(m_coming, &ComingPanel::entered, this, &FeaturesPage::enter);
    connect(m_note, &NoteCard::clicked, this, [this] {
        const auto found = std::ranges::find_if(m_list.features, missesComing);
        if (found != m_list.features.end()) {
            m_side->setFolded(false);
            choose(found->name);
        }
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (index.isValid()) {
            m_chosen = m_model->features()[static_cast<std::size_t>(index.row())].name;
            showFeature();
        }
    });
    connect(&session(), &ProjectSession::projectChanged, this, [this] {
        m_revision = -1;
        m_isReady = false;
        m_chosen.clear();
        present({});
    });
    connect(&session(), &ProjectSession::changed, this, [this] {
        if (isVisible()) {
            activated();
        }
    });
}

QString FeaturesPage::title() const {
    return tr("What forecasts learn from");
}

QString FeaturesPage::facts() const {
    if (m_list.features.empty()) {
        return {};
    }
    const auto used = std::ranges::count_if(m_list.features, &FeatureFacts::isUsed);
    const auto ahead = std::ranges::count_if(m_list.features, [](const FeatureFacts& each) { return each.isUsed && each.role == FeatureRole::KnownAhead; });
    return QStringList{tr("%n feature(s) in use", nullptr, static_cast<int>(used)), tr("%n known ahead", nullptr, static_cast<int>(ahead)),
                       tr("sales themselves are always used")}
        .join(QStringLiteral("  ·  "));
}

QList<QAction*> FeaturesPage::plainActions() const {
    return session().facts().lines > 0 ? QList<QAction*>{m_add} : QList<QAction*>{};
}

QAction* FeaturesPage::primaryAction() const {
    return session().facts().lines > 0 ? m_next : nullptr;
}

void FeaturesPage::activated() {
    const ProjectFacts& facts = session().facts();
    m_stack->setCurrentIndex(facts.lines > 0 ? 0 : 1);
    emit headerChanged();
    if (facts.lines > 0 && m_revision != facts.revision) {
        m_revision = facts.revision;
        ask();
    }
}

void FeaturesPage::ask() {
    const int generation = ++m_generation;
    m_busy->show();
    session().engine().call(method::featuresList, nlohmann::json::object(),
                            {.context = this,
                             .succeeded =
                                 [this, generation](const nlohmann::json& json) {
                                     if (generation == m_generation) {
                                         m_busy->hide();
                                         m_isReady = true;
                                         present(json.get<FeatureList>());
                                     }
                                 },
                             .failed = [this](const ErrorBody& error) { fail(error); }});
}

void FeaturesPage::fail(const ErrorBody& error) {
    m_busy->hide();
    emit session().failed(error);
}

void FeaturesPage::present(FeatureList list) {
    m_list = std::move(list);
    m_model->setFeatures(m_list.features);
    showNote();
    emit headerChanged();
    if (m_model->rowOf(m_chosen) < 0) {
        m_chosen = m_list.features.empty() ? std::string() : m_list.features.front().name;
    }
    choose(m_chosen);
    showFeature();
}

void FeaturesPage::showNote() {
    const auto missing = std::ranges::count_if(m_list.features, missesComing);
    m_note->setVisible(missing > 0);
    m_note->setNote(NoteCard::Tone::Warn, tr("%n feature(s) miss coming values", nullptr, static_cast<int>(missing)),
                    tr("Forecasts do without them where they are missing. Enter or fill them for better forecasts."), tr("Look at the first"));
}

void FeaturesPage::choose(const std::string& name) {
    const int row = m_model->rowOf(name);
    if (row >= 0) {
        m_table->setCurrentIndex(m_model->index(row, FeatureModel::Used));
    }
}

const FeatureFacts* FeaturesPage::current() const {
    const int row = m_model->rowOf(m_chosen);
    return row < 0 ? nullptr : &m_model->features()[static_cast<std::size_t>(row)];
}

void FeaturesPage::showFeature() {
    const FeatureFacts* feature = current();
    m_side->setVisible(feature != nullptr);
    if (feature == nullptr) {
        return;
    }
    m_name->setText(featureTitle(*feature));
    m_meaning->setText(featureMeaning(*feature));
    m_role->setText(featureRoleText(*feature));
    const QLocale locale;
    QStringList range{tr("From: %1").arg(featureSource(feature->source)), tr("known: %1").arg(featureCoverage(*feature))};
    if (feature->categories == 0) {
        range.append(tr("%1 to %2, mean %3").arg(locale.toString(feature->lowest, 'g', 4), locale.toString(feature->highest, 'g', 4),
                                                 locale.toString(feature->mean, 'g', 4)));
    }
    m_range->setText(range.join(QStringLiteral("  ·  ")));
    m_use->setChecked(feature->isUsed);
    m_use->setEnabled(feature->name != "open");
    const bool isDerived = feature->source == "derived";
    m_changeFormula->setVisible(isDerived);
    m_remove->setVisible(isDerived);
    m_coming->setVisible(hasComing(*feature));
    if (hasComing(*feature)) {
        m_coming->showOnly(m_chosen);
        askForComing();
    }
}

void FeaturesPage::askForComing() {
    ComingValuesRequest request;
    request.feature = m_chosen;
    request.limit = rowsShown;
    session().engine().call(method::featuresComing, request,
                            {.context = this,
                             .succeeded =
                                 [this](const nlohmann::json& json) {
                                     auto values = json.get<ComingValues>();
                                     const FeatureFacts* feature = current();
                                     if (feature != nullptr && values.feature == feature->name) {
                                         const bool canBeEntered = feature->source == "plan" || feature->source == "signals";
                                         m_coming->setValues(std::move(values), canBeEntered, feature->fill);
                                     }
                                 },
                             .failed = [this](const ErrorBody& error) { fail(error); }});
}

void FeaturesPage::change(const FeatureChange& change) {
    m_busy->show();
    session().engine().call(method::featuresChange, change,
                            {.context = this,
                             .succeeded =
                                 [this](const nlohmann::json&) {
                                     if (m_dialog) {
                                         m_dialog->accept();
                                     }
                                 },
                             .failed =
                                 [this](const ErrorBody& error) {
                                     m_busy->hide();
                                     showFeature();
                                     if (m_dialog) {
                                         m_dialog->refuse(errorText(error.toError()));
                                     } else {
                                         emit session().failed(error);
                                     }
                                 }});
}

void FeaturesPage::enter(const std::vector<ComingEntry>& entries) {
    m_busy->show();
    session().engine().call(method::featuresEnter, ComingEntries{m_chosen, entries},
                            {.context = this,
                             .succeeded = [](const nlohmann::json&) {},
                             .failed = [this](const ErrorBody& error) { fail(error); }});
}

void FeaturesPage::derive(const DerivedFeature& given) {
    m_dialog = new DeriveDialog(m_list.features, given, this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &DeriveDialog::wanted, this, [this](const DerivedFeature& derived) {
        m_chosen = derived.name;
        FeatureChange addition;
        addition.derive = {derived};
        change(addition);
    });
    m_dialog->open();
}

void FeaturesPage::retranslate() {
    m_side->setName(tr("Feature"));
    m_use->setText(tr("Forecasts may use it"));
    m_changeFormula->setText(tr("Change the formula…"));
    m_remove->setText(tr("Remove"));
    m_add->setText(tr("Add by a formula…"));
    m_next->setText(tr("Train"));
    m_table->setAccessibleName(tr("Features"));
    m_busy->setAccessibleName(tr("The features are being read"));
    m_empty->setTexts(tr("Import sales first"), tr("Features are what forecasts learn from besides the sales: prices, promotions, holidays, visits, weather."),
                      tr("Go to Data"));
    m_coming->retranslate();
    m_model->retranslate();
    showNote();
    showFeature();
}

}  // namespace foresell
