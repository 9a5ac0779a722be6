// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_page.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

#include "core/base/error.h"
#include "ui/charts/chart_text.h"
#include "ui/project_session/project_session.h"
#include "ui/report/report_preview.h"
#include "ui/report/report_renderer.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messages.h"

namespace foresell {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideWidth = 328;

}  // namespace

ReportPage::ReportPage(ProjectSession& session, QWidget* parent) : Page(session, parent) {
    m_save = new QAction(themedIcon(u"print"_s, Role::OnAccent), QString(), this);
    m_empty = new EmptyState(u"report"_s);
    m_preview = new ReportPreview;
    m_scroll = new QScrollArea;
    m_scroll->setWidget(m_preview);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->installEventFilter(this);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* work = new QWidget;
    auto* row = new QHBoxLayout(work);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeSide());
    row->addWidget(m_scroll, 1);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(work);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(m_save, &QAction::triggered, this, &ReportPage::save);
    connect(m_empty, &EmptyState::clicked, this, [this] { emit goTo(PageId::Training); });
    connect(&session, &ProjectSession::projectChanged, this, [this] {
        m_revision = -1;
        if (isVisible() || !this->session().isOpen()) {
            activated();
        }
    });
    connect(&session, &ProjectSession::changed, this, [this] {
        if (isVisible()) {
            activated();
        }
    });
    retranslate();
}

ReportPage::~ReportPage() = default;

QWidget* ReportPage::makeSide() {
    auto* side = new QWidget;
    side->setObjectName(u"side"_s);
    side->setFixedWidth(sideWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    m_sectionsTitle = makeLabel(14, true);
    m_optionsTitle = makeLabel(14, true);
    column->addWidget(m_sectionsTitle);
    for (int i = 0; i <= static_cast<int>(ReportSection::Method); ++i) {
        auto* box = new QCheckBox;
        box->setChecked(true);
        column->addWidget(box);
        m_sections.push_back(box);
        connect(box, &QCheckBox::toggled, this, &ReportPage::rebuild);
    }
    column->addSpacing(8);
    column->addWidget(makeHairline());
    column->addWidget(m_optionsTitle);
    auto* settings = new QGridLayout;
    settings->setSpacing(8);
    settings->setColumnStretch(1, 1);
    column->addLayout(settings);
    const auto setting = [settings](QLabel*& label, QComboBox*& box) {
        const int row = settings->rowCount();
        label = makeLabel(13, false, "text2");
        box = new QComboBox;
        settings->addWidget(label, row, 0);
        settings->addWidget(box, row, 1);
    };
    setting(m_languageLabel, m_language);
    setting(m_itemsLabel, m_items);
    setting(m_chartsLabel, m_charts);
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);
    for (const int count : {10, 20, 50, 100}) {
        m_items->addItem(QString::number(count), count);
    }
    for (const int count : {2, 6, 12, 24}) {
        m_charts->addItem(QString::number(count), count);
    }
    m_items->setCurrentIndex(1);
    m_charts->setCurrentIndex(1);
    connect(m_language, &QComboBox::activated, this, [this] { m_isLanguageChosen = true; });
    for (QComboBox* box : {m_language, m_items, m_charts}) {
        connect(box, &QComboBox::currentIndexChanged, this, &ReportPage::rebuild);
    }
    m_saved = makeLabel(12, false, "ok");
    m_saved->setWordWrap(true);
    column->addStretch(1);
    column->addWidget(m_saved);
    return side;
}

QString ReportPage::title() const {
    return tr("Report");
}

QString ReportPage::facts() const {
    return m_renderer == nullptr ? QString() : QString(m_renderer->headline() + u"  ·  "_s + tr("%n page(s), A4", nullptr, m_renderer->pageCount()));
}

QAction* ReportPage::primaryAction() const {
    return m_renderer == nullptr ? nullptr : m_save;
}

ReportOptions ReportPage::options() const {
    ReportOptions options;
    options.items = m_items->currentData().toInt();
    options.charts = m_charts->currentData().toInt();
    options.sections.clear();
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        if (m_sections[i]->isChecked()) {
            options.sections.push_back(static_cast<ReportSection>(i));
        }
    }
    return options;
}

QLocale ReportPage::language() const {
    return QLocale(m_language->currentData().toString());
}

void ReportPage::activated() {
    const qint64 revision = session().isOpen() ? session().reader()->revision() : -1;
    if (revision != m_revision || session().path() != m_path || m_renderer == nullptr) {
        m_revision = revision;
        m_path = session().path();
        rebuild();
    }
}

void ReportPage::rebuild() {
    m_renderer.reset();
    m_saved->clear();
    if (session().isOpen()) {
        try {
            m_renderer = std::make_shared<ReportRenderer>(readReport(*session().reader(), options()), language());
        } catch (const Error& error) {
            if (error.code() != "report.no_forecast") {
                emit session().failed(ErrorBody::fromError(error));
            }
        }
    }
    m_stack->setCurrentIndex(m_renderer == nullptr ? 0 : 1);
    m_preview->setRenderer(m_renderer);
    fitPreview();
    emit headerChanged();
}

void ReportPage::save() {
    const QString name = QFileInfo(session().path()).completeBaseName() + u".pdf"_s;
    const QString path = QFileDialog::getSaveFileName(this, tr("Save report"), name, tr("Report (*.pdf)"));
    if (path.isEmpty()) {
        return;
    }
    try {
        m_renderer->writePdf(path);
        m_saved->setText(tr("Saved as %1").arg(QFileInfo(path).fileName()));
    } catch (const Error& error) {
        emit session().failed(ErrorBody::fromError(error));
    }
}

void ReportPage::fitPreview() {
    const double room = m_scroll->viewport()->width() - 48.0;
    m_preview->setScale(std::clamp(room / ReportRenderer::pageWidth, 0.5, 1.0));
}

/// The page follows the room that is there for it, which is known after the layout has been made.
bool ReportPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize) {
        fitPreview();
    }
    return Page::eventFilter(watched, event);
}

void ReportPage::retranslate() {
    m_empty->setTexts(tr("No forecast to report on"), tr("Train a forecast first. Its report then appears here as it will be printed."), tr("Train a forecast"));
    m_save->setText(tr("Save PDF…"));
    m_sectionsTitle->setText(tr("Sections"));
    m_optionsTitle->setText(tr("Options"));
    m_languageLabel->setText(tr("Language"));
    m_itemsLabel->setText(tr("Items in the table"));
    m_chartsLabel->setText(tr("Items with a chart"));
    m_language->setAccessibleName(m_languageLabel->text());
    if (!m_isLanguageChosen) {
        m_language->setCurrentIndex(isChinese(QLocale()) ? 1 : 0);
    }
    m_items->setAccessibleName(m_itemsLabel->text());
    m_charts->setAccessibleName(m_chartsLabel->text());
    const QStringList names{tr("Summary and whole shop"), tr("Table of items"), tr("Charts of items"),
                            tr("How far to trust it"), tr("What cleaning did"), tr("Method and receipt")};
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        m_sections[i]->setText(names[static_cast<qsizetype>(i)]);
    }
}

void writeReport(const QString& project, const QString& output, const QLocale& locale) {
    const std::unique_ptr<ProjectReader> reader = ProjectReader::open(std::filesystem::path(project.toStdString()));
    ReportRenderer(readReport(*reader), locale).writePdf(output);
}

}  // namespace foresell
