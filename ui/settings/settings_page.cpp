// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "core/project/week_settings.h"
#include "core/protocol/methods.h"
#include "ui/charts/chart_text.h"
#include "ui/project_session/project_session.h"
#include "ui/settings/erase_dialog.h"
#include "ui/settings/preferences.h"
#include "ui/widgets/messages.h"

namespace foresell {

namespace {

QComboBox* makeCombo() {
    auto* combo = new QComboBox;
    combo->setMinimumWidth(280);
    return combo;
}

void select(QComboBox* combo, const QVariant& value) {
    combo->setCurrentIndex(qMax(0, combo->findData(value)));
}

}  // namespace

SettingsPage::SettingsPage(ProjectSession& session, QWidget* parent)
    : Page(session, parent), m_windowHead(makeLabel(14, true)), m_projectHead(makeLabel(14, true)),
      m_hint(makeLabel(12, false, "text2")), m_language(makeCombo()), m_theme(makeCombo()), m_zoom(makeCombo()),
      m_name(new QLineEdit), m_zone(makeLabel(13)), m_country(makeCombo()), m_currency(makeCombo()), m_weekStart(makeCombo()),
      m_weeks(makeCombo()), m_fiscalMonth(makeCombo()), m_calendar(makeButton("plain")),
      m_privacyHead(makeLabel(14, true)), m_keep(makeCombo()), m_erase(makeButton("plain")), m_privacyHint(makeLabel(12, false, "text2")) {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("content"));
    area->setWidget(content);
    whole->addWidget(area);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 24, 24, 24);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    const auto addRow = [this, form](QWidget* combo) {
        auto* name = makeLabel(13);
        name->setBuddy(combo);
        m_names.append(name);
        form->addRow(name, combo);
    };
    form->addRow(m_windowHead);
    addRow(m_language);
    addRow(m_theme);
    addRow(m_zoom);
    form->addItem(new QSpacerItem(0, 16));
    form->addRow(m_projectHead);
    m_name->setMinimumWidth(280);
    addRow(m_name);
    addRow(m_zone);
    addRow(m_country);
    addRow(m_currency);
    addRow(m_weekStart);
    addRow(m_weeks);
    addRow(m_fiscalMonth);
    addRow(m_calendar);
    connect(m_calendar, &QPushButton::clicked, this, [this] { emit goTo(PageId::Calendar); });
    form->addRow(m_hint);
    form->addItem(new QSpacerItem(0, 16));
    form->addRow(m_privacyHead);
    addRow(m_keep);
    m_erase->setProperty("control", QStringLiteral("tool"));
    form->addRow(QString(), m_erase);
    m_privacyHint->setWordWrap(true);
    form->addRow(m_privacyHint);
    layout->addLayout(form);
    layout->addStretch();
    connect(m_language, &QComboBox::activated, this, [this] { Preferences::setLanguage(m_language->currentData().toString()); });
    connect(m_theme, &QComboBox::activated, this,
            [this] { Preferences::setTheme(static_cast<Theme::Mode>(m_theme->currentData().toInt())); });
    connect(m_zoom, &QComboBox::activated, this, [this] { Preferences::setZoom(m_zoom->currentData().toInt()); });
    connect(m_name, &QLineEdit::editingFinished, this, &SettingsPage::storeProject);
    for (QComboBox* combo : {m_country, m_currency, m_weekStart, m_weeks, m_fiscalMonth}) {
        connect(combo, &QComboBox::activated, this, &SettingsPage::storeProject);
    }
    connect(m_keep, &QComboBox::activated, this, &SettingsPage::chooseRetention);
    connect(m_erase, &QPushButton::clicked, this, [this] { EraseDialog(this->session(), window()).exec(); });
    connect(&session, &ProjectSession::changed, this, &SettingsPage::retranslate);
    retranslate();
}

QString SettingsPage::title() const {
    return tr("Settings");
}

QString SettingsPage::facts() const {
    return tr("in force at once");
}

void SettingsPage::activated() {
    retranslate();
}

void SettingsPage::storeProject() {
    if (m_isFilling || !session().isOpen()) {
        return;
    }
    ProjectSettings settings = session().facts().settings;
    const QString name = m_name->text().trimmed();
    settings.name = name.isEmpty() ? settings.name : name.toStdString();
    settings.country = m_country->currentData().toString().toStdString();
    settings.currency = m_currency->currentData().toString().toStdString();
    settings.weekStart = m_weekStart->currentData().toInt();
    settings.weeks = m_weeks->currentData().toString().toStdString();
    settings.fiscalMonth = m_fiscalMonth->currentData().toInt();
    settings = withFittingWeeks(settings);
    if (settings == session().facts().settings) {
        return;
    }
    session().engine().call(method::settingsSet, settings,
                            {.context = this, .succeeded = [](const nlohmann::json&) {},
                             .failed = [this](const ErrorBody& error) { emit session().failed(error); }});
}

void SettingsPage::fillWeeks() {
    const std::pair<WeekScheme, QString> schemes[] = {{WeekScheme::None, tr("none")},
                                                      {WeekScheme::Iso, tr("ISO 8601, from Monday")},
                                                      {WeekScheme::FourFourFive, tr("fiscal, months of 4-4-5 weeks")},
                                                      {WeekScheme::FourFiveFour, tr("fiscal, months of 4-5-4 weeks")},
                                                      {WeekScheme::FiveFourFour, tr("fiscal, months of 5-4-4 weeks")},
                                                      {WeekScheme::Retail, tr("retail 4-5-4 (NRF), from Sunday")}};
    m_weeks->clear();
    for (const auto& [scheme, name] : schemes) {
        const std::string_view value = weekSchemeName(scheme);
        m_weeks->addItem(name, QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())));
    }
    m_fiscalMonth->clear();
    for (int month = 1; month <= 12; ++month) {
        m_fiscalMonth->addItem(monthText(month, QLocale()), month);
    }
    m_calendar->setText(tr("Open the calendar"));
    const ProjectSettings& settings = session().facts().settings;
    select(m_weeks, QString::fromStdString(settings.weeks));
    select(m_fiscalMonth, settings.fiscalMonth);
    const WeekScheme scheme = fiscalCalendarOf(settings).scheme();
    const bool isFixed = scheme == WeekScheme::Iso || scheme == WeekScheme::Retail;
    m_weekStart->setEnabled(!isFixed);
    m_fiscalMonth->setEnabled(!isFixed && scheme != WeekScheme::None);
}

void SettingsPage::chooseRetention() {
    const int months = m_keep->currentData().toInt();
    if (m_isFilling || !session().isOpen() || months == session().facts().settings.keepMonths) {
        return;
    }
    if (months == 0) {
        startRetention(months);
        return;
    }
    session().engine().call(method::retainPreview, RetentionRequest{months},
                            {.context = this,
                             .succeeded = [this, months](const nlohmann::json& json) { askToSum(months, json.get<RetentionPreview>()); },
                             .failed =
                                 [this](const ErrorBody& error) {
                                     retranslate();
                                     emit session().failed(error);
                                 }});
}

void SettingsPage::askToSum(int months, const RetentionPreview& preview) {
    QMessageBox question(QMessageBox::Warning, tr("Keep daily sums of old sales"), QString(), QMessageBox::NoButton, window());
    question.setText(tr("Put the single sales older than %n month(s) together?", nullptr, months));
    const QString numbers = preview.lines == 0
                                ? tr("No sale is that old yet.")
                                : tr("%1 sale lines before %2 become sums by day, item and location; %3 lines stay as they are.")
                                      .arg(numberText(static_cast<double>(preview.lines)), dateText(preview.from, QLocale()),
                                           numberText(static_cast<double>(preview.linesLeft)));
    question.setInformativeText(numbers + QLatin1Char('\n') +
                                tr("Customers, order numbers and times of day of these sales are erased, with the undo history and the backups. "
                                   "This cannot be undone. Each weekly update does it again."));
    auto* accept = question.addButton(tr("Put together"), QMessageBox::AcceptRole);
    question.setDefaultButton(question.addButton(tr("Cancel"), QMessageBox::RejectRole));
    question.exec();
    if (question.clickedButton() == accept) {
        startRetention(months);
    }
    retranslate();
}

void SettingsPage::startRetention(int months) {
    session().startJob(tr("Putting old sales together"), method::retainRun, RetentionRequest{months});
}

void SettingsPage::retranslate() {
    m_isFilling = true;
    const QStringList names{tr("Language"), tr("Colours"), tr("Size"), tr("Name"), tr("Time zone"), tr("Holidays of"), tr("Currency"), tr("Week begins on"), tr("Week numbers"), tr("Fiscal year begins in"), tr("Holidays and events"), tr("Keep single sales")};
    for (qsizetype i = 0; i < names.size(); ++i) {
        m_names[i]->setText(names[i]);
        static_cast<QWidget*>(m_names[i]->buddy())->setAccessibleName(names[i]);
    }
    m_windowHead->setText(tr("Window"));
    m_projectHead->setText(tr("This shop"));
    m_projectHead->setVisible(session().isOpen());
    m_hint->setText(session().isOpen() ? tr("A change of the shop can be undone. The time zone is set when a project is made: days are cut in it.") : QString());
    m_privacyHead->setText(tr("Personal data"));
    m_erase->setText(tr("Erase sales…"));
    m_privacyHint->setText(tr("Names, phones and addresses are never stored; customers only as keys that nobody can read back."));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_privacyHead, m_erase, m_privacyHint}) {
        widget->setVisible(session().isOpen());
    }
    for (QWidget* combo : std::initializer_list<QWidget*>{m_name, m_zone, m_country, m_currency, m_weekStart, m_weeks, m_fiscalMonth, m_calendar, m_keep}) {
        combo->setVisible(session().isOpen());
        for (QLabel* name : m_names) {
            if (name->buddy() == combo) {
                name->setVisible(session().isOpen());
            }
        }
    }
    const auto fill = [](QComboBox* combo, const QList<std::pair<QString, QVariant>>& choices) {
        combo->clear();
        for (const auto& [text, value] : choices) {
            combo->addItem(text, value);
        }
    };
    fill(m_language, {{tr("As the desktop"), QString()}, {QStringLiteral("English"), QStringLiteral("en")},
                      {QStringLiteral("简体中文"), QStringLiteral("zh_CN")}});
    fill(m_theme, {{tr("As the desktop"), static_cast<int>(Theme::Mode::System)}, {tr("Light"), static_cast<int>(Theme::Mode::Light)},
                   {tr("Dark"), static_cast<int>(Theme::Mode::Dark)}});
    fill(m_zoom, {{QStringLiteral("100%"), 100}, {QStringLiteral("125%"), 125}, {QStringLiteral("150%"), 150},
                  {QStringLiteral("175%"), 175}, {QStringLiteral("200%"), 200}});
    fill(m_country, {{tr("no country"), QString()}, {tr("China"), QStringLiteral("CN")}, {tr("United States"), QStringLiteral("US")},
                     {tr("United Kingdom"), QStringLiteral("GB")}, {tr("Germany"), QStringLiteral("DE")},
                     {tr("France"), QStringLiteral("FR")}, {tr("Japan"), QStringLiteral("JP")}});
    fill(m_currency, {{tr("not said"), QString()}, {QStringLiteral("CNY ¥"), QStringLiteral("CNY")},
                      {QStringLiteral("USD $"), QStringLiteral("USD")}, {QStringLiteral("GBP £"), QStringLiteral("GBP")},
                      {QStringLiteral("EUR €"), QStringLiteral("EUR")}, {QStringLiteral("JPY ¥"), QStringLiteral("JPY")}});
    fill(m_keep, {{tr("for ever"), 0}});
    QList<int> months{12, 24, 36, 60};
    if (const int set = session().facts().settings.keepMonths; set > 0 && !months.contains(set)) {
        months.append(set);
        std::sort(months.begin(), months.end());
    }
    for (const int each : months) {
        m_keep->addItem(tr("for %n month(s), then daily sums", nullptr, each), each);
    }
    const QLocale locale;
    m_weekStart->clear();
    for (int day = 0; day < 7; ++day) {
        m_weekStart->addItem(locale.dayName(day + 1), day);
    }
    select(m_language, Preferences::language());
    select(m_theme, static_cast<int>(Theme::instance().mode()));
    select(m_zoom, Theme::instance().zoom());
    const ProjectSettings& settings = session().facts().settings;
    if (!m_name->hasFocus()) {
        m_name->setText(QString::fromStdString(settings.name));
    }
    m_zone->setText(QString::fromStdString(settings.timeZone));
    select(m_country, QString::fromStdString(settings.country));
    select(m_currency, QString::fromStdString(settings.currency));
    select(m_weekStart, settings.weekStart);
    fillWeeks();
    select(m_keep, settings.keepMonths);
    m_isFilling = false;
}

}  // namespace foresell
