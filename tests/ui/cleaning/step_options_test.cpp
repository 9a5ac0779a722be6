// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "core/cleaning/cleaning_reason.h"
#include "core/cleaning/step_catalog.h"
#include "ui/cleaning/mapping_table.h"
#include "ui/cleaning/option_editor.h"
#include "ui/cleaning/step_list.h"
#include "ui/cleaning/step_options_dialog.h"
#include "ui/cleaning/step_words.h"
#include "ui/widgets/theme.h"

using namespace foresell;

/// The options of cleaning steps in the window: every one can be set there, in words, and comes back as it was set.
class StepOptionsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyStepOptionChoiceAndReasonHasWords();
    void theStandardOptionsComeBackAsNone_data();
    void theStandardOptionsComeBackAsNone();
    void whatAPersonSetsComesBack();
    void optionsOfARecipeAreShownAndKept();
    void aDayThatIsNoneCannotBeUsed();
    void rowsArePastedAsASpreadsheetCopiesThem();
    void changesAreTriedWhileTheyAreMade();
    void standardOptionsBringTheStandardBack();
    void stepsAreMovedByKeyboard();

private:
    static QPushButton* primary(const StepOptionsDialog& dialog);
    static OptionEditor* editorOf(const StepOptionsDialog& dialog, const char* option);
};

void StepOptionsTest::initTestCase() {
    Theme::instance().install(*static_cast<QApplication*>(QCoreApplication::instance()));
    QLocale::setDefault(QLocale(QLocale::English));
}

QPushButton* StepOptionsTest::primary(const StepOptionsDialog& dialog) {
    for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
        if (button->property("kind").toString() == QLatin1String("primary")) {
            return button;
        }
    }
    return nullptr;
}

OptionEditor* StepOptionsTest::editorOf(const StepOptionsDialog& dialog, const char* option) {
    for (OptionEditor* editor : dialog.findChildren<OptionEditor*>()) {
        if (editor->option().name == option) {
            return editor;
        }
    }
    return nullptr;
}

void StepOptionsTest::everyStepOptionChoiceAndReasonHasWords() {
    for (const StepInfo& step : cleaningStepCatalog()) {
        QVERIFY2(StepWords::name(step.id) != QString::fromStdString(step.id), step.id.c_str());
        QVERIFY2(!StepWords::purpose(step.id).isEmpty(), step.id.c_str());
        CleaningStepResult result;
        result.id = step.id;
        QVERIFY2(!StepWords::note(result).isEmpty(), step.id.c_str());
        for (const OptionInfo& option : step.options) {
            QVERIFY2(StepWords::option(step.id, option.name) != QString::fromStdString(option.name), option.name.c_str());
            for (const std::string& choice : option.choices) {
                QVERIFY2(StepWords::choice(step.id, option.name, choice) != QString::fromStdString(choice), choice.c_str());
            }
            for (const OptionColumn& column : option.columns) {
                QVERIFY2(StepWords::column(column.name) != QString::fromStdString(column.name), column.name.c_str());
            }
        }
    }
    for (int reason = 0; reason <= static_cast<int>(CleaningReason::OfStyle); ++reason) {
        ChangedLine line;
        line.reason = reasonName(static_cast<CleaningReason>(reason));
        line.other = "7";
        line.usual = 3;
        const QString text = StepWords::reason(line);
        QVERIFY2(text != QString::fromStdString(line.reason) && !text.contains(QLatin1String("%1")) && !text.contains(QLatin1String("%2")), line.reason.c_str());
    }
}

void StepOptionsTest::theStandardOptionsComeBackAsNone_data() {
    QTest::addColumn<QString>("id");
    for (const StepInfo& step : cleaningStepCatalog()) {
        QTest::addRow("%s", step.id.c_str()) << QString::fromStdString(step.id);
    }
}

void StepOptionsTest::theStandardOptionsComeBackAsNone() {
    QFETCH(QString, id);
    const RecipeStep step{.id = id.toStdString(), .enabled = false};
    const StepOptionsDialog dialog(step, "GBP");
    QVERIFY(dialog.step() == step);
    QVERIFY(primary(dialog)->isEnabled());
    for (const OptionEditor* editor : dialog.findChildren<OptionEditor*>()) {
        QVERIFY(editor->focusProxy() != nullptr);
        QVERIFY2(!editor->focusProxy()->accessibleName().isEmpty(), editor->option().name.c_str());
    }
}

void StepOptionsTest::whatAPersonSetsComesBack() {
    StepOptionsDialog dialog({.id = "returns"}, "GBP");
    auto* choice = editorOf(dialog, "treatment")->findChild<QComboBox*>();
    choice->setCurrentIndex(1);
    editorOf(dialog, "expect")->findChild<QCheckBox*>()->setChecked(true);
    dialog.findChild<QLineEdit*>()->setText(QStringLiteral("退款 netted"));
    const RecipeStep step = dialog.step();
    QVERIFY(step.options == (nlohmann::json{{"treatment", "net"}, {"expect", true}}));
    QCOMPARE(step.name, std::string("退款 netted"));
    recipeFromJson(toJson(Recipe{{step}}));
}

void StepOptionsTest::optionsOfARecipeAreShownAndKept() {
    const RecipeStep steps[] = {
        {.id = "missing_values", .options = {{"quantity", "interpolate"}, {"price", "constant"}, {"price_value", 2.5}}},
        {.id = "merges", .options = {{"items", {{{"from", "A"}, {"to", "B"}, {"units", 0.5}}, {{"from", "C"}, {"to", "B"}}}}}},
        {.id = "closed_days", .options = {{"days", {"2026-02-17..2026-02-23", "2026-01-01"}}, {"treatment", "keep"}}},
        {.id = "cancellations", .options = {{"prefixes", {"C", "取消"}}, {"partial", false}}}};
    for (const RecipeStep& step : steps) {
        QVERIFY2(StepOptionsDialog(step, "GBP").step() == step, step.id.c_str());
    }
}

void StepOptionsTest::aDayThatIsNoneCannotBeUsed() {
    StepOptionsDialog dialog({.id = "closed_days"}, "GBP");
    auto* days = editorOf(dialog, "days")->findChild<QPlainTextEdit*>();
    days->setPlainText(QStringLiteral("2026-02-30"));
    QVERIFY(!primary(dialog)->isEnabled());
    days->setPlainText(QStringLiteral(" 2026-02-28 \n\n"));
    QVERIFY(primary(dialog)->isEnabled());
    QCOMPARE(dialog.step().options.at("days").dump(), std::string("[\"2026-02-28\"]"));
}

void StepOptionsTest::rowsArePastedAsASpreadsheetCopiesThem() {
    StepOptionsDialog dialog({.id = "merges"}, "GBP");
    auto* table = editorOf(dialog, "items")->findChild<MappingTable*>();
    table->paste(QStringLiteral("A-OLD\tA\r\nBOX\tA\t12\r\n"));
    QCOMPARE(table->rows().dump(), std::string(R"([{"from":"A-OLD","to":"A"},{"from":"BOX","to":"A","units":12.0}])"));
    QVERIFY(primary(dialog)->isEnabled());
    table->paste(QStringLiteral("alone"));
    QVERIFY(!primary(dialog)->isEnabled());
    table->setRows(nlohmann::json::array());
    table->paste(QStringLiteral("A\tB\tmany"));
    QVERIFY(!primary(dialog)->isEnabled());
}

void StepOptionsTest::changesAreTriedWhileTheyAreMade() {
    StepOptionsDialog dialog({.id = "near_repeats"}, "GBP");
    QSignalSpy tried(&dialog, &StepOptionsDialog::tried);
    editorOf(dialog, "same_price")->findChild<QCheckBox*>()->setChecked(true);
    QVERIFY(tried.wait(3000));
    QCOMPARE(tried.size(), 1);
    CleaningStepResult result;
    result.removed = {.lines = 12, .units = 34 * fixedOne, .money = 56 * fixedOne};
    dialog.showResult(result);
    const auto labels = dialog.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) { return label->text().contains(QStringLiteral("12 lines, 34 units, £56")); }));
}

void StepOptionsTest::standardOptionsBringTheStandardBack() {
    StepOptionsDialog dialog({.id = "bulk_orders", .options = {{"times", 30}, {"treatment", "cap"}}}, "GBP");
    for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
        if (button->text() == QLatin1String("Standard options")) {
            button->click();
        }
    }
    QVERIFY(dialog.step().options.empty());
}

void StepOptionsTest::stepsAreMovedByKeyboard() {
    StepList list;
    list.setSteps(defaultRecipe(), {});
    list.show();
    QSignalSpy moved(&list, &StepList::moved);
    QWidget* row = list.findChildren<QCheckBox*>()[3]->parentWidget();
    QTest::keyClick(row, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(row, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(moved.size(), 2);
    QCOMPARE(moved[0], (QVariantList{3, -1}));
    QCOMPARE(moved[1], (QVariantList{3, 1}));
}

QTEST_MAIN(StepOptionsTest)
#include "step_options_test.moc"
