<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Method</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::CleaningPage</name>
    <message numerus="yes">
        <source>%n step(s), in this order</source>
        <translation>
            <numerusform>%n step, in this order</numerusform>
            <numerusform>%n steps, in this order</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::DataOverview</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gap(s)</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>first sold in the last %n day(s)</source>
        <translation>
            <numerusform>first sold in the last %n day</numerusform>
            <numerusform>first sold in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not sold in the last %n day(s)</source>
        <translation>
            <numerusform>not sold in the last %n day</numerusform>
            <numerusform>not sold in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n item(s)</source>
        <translation>
            <numerusform>of %n item</numerusform>
            <numerusform>of %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::DropHint</name>
    <message numerus="yes">
        <source>Drop to look at %n file(s)</source>
        <translation>
            <numerusform>Drop to look at %n file</numerusform>
            <numerusform>Drop to look at %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::EventModel</name>
    <message numerus="yes">
        <source>Learnt in %n channel(s)</source>
        <translation>
            <numerusform>Learnt in %n channel</numerusform>
            <numerusform>Learnt in %n channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::FeatureWords</name>
    <message numerus="yes">
        <source>%1 · %n kind(s)</source>
        <translation>
            <numerusform>%1 · %n kind</numerusform>
            <numerusform>%1 · %n kinds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::FeaturesPage</name>
    <message numerus="yes">
        <source>%n feature(s) in use</source>
        <translation>
            <numerusform>%n feature in use</numerusform>
            <numerusform>%n features in use</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known ahead</source>
        <translation>
            <numerusform>%n known ahead</numerusform>
            <numerusform>%n known ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n feature(s) miss coming values</source>
        <translation>
            <numerusform>%n feature misses coming values</numerusform>
            <numerusform>%n features miss coming values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::ForecastPage</name>
    <message numerus="yes">
        <source>Search %n item(s)</source>
        <translation>
            <numerusform>Search %n item</numerusform>
            <numerusform>Search %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::ImportWizard</name>
    <message numerus="yes">
        <source>%n more file(s) after this one</source>
        <translation>
            <numerusform>%n more file after this one</numerusform>
            <numerusform>%n more files after this one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected row(s)</source>
        <translation>
            <numerusform>%n rejected row</numerusform>
            <numerusform>%n rejected rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n row(s)</source>
        <translation>
            <numerusform>The first %n row</numerusform>
            <numerusform>The first %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more column(s) to the right</source>
        <translation>
            <numerusform>%n more column to the right</numerusform>
            <numerusform>%n more columns to the right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::ItemModel</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::ItemsView</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::JobBar</name>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::LossChart</name>
    <message numerus="yes">
        <source>%n round(s); lowest error on unseen sales %1 in round %2.</source>
        <translation>
            <numerusform>%n round; lowest error on unseen sales %1 in round %2.</numerusform>
            <numerusform>%n rounds; lowest error on unseen sales %1 in round %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::MainWindow</name>
    <message numerus="yes">
        <source>Engine ready · %1, %n thread(s)</source>
        <translation>
            <numerusform>Engine ready · %1, %n thread</numerusform>
            <numerusform>Engine ready · %1, %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::MonthBars</name>
    <message numerus="yes">
        <source>%1: %2 sale lines, %3 units on %n day(s)</source>
        <translation>
            <numerusform>%1: %2 sale lines, %3 units on %n day</numerusform>
            <numerusform>%1: %2 sale lines, %3 units on %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::ProjectStatus</name>
    <message numerus="yes">
        <source>Sales are %n day(s) newer than the forecast</source>
        <translation>
            <numerusform>Sales are %n day newer than the forecast</numerusform>
            <numerusform>Sales are %n days newer than the forecast</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::ReadingPanel</name>
    <message numerus="yes">
        <source>Never read into the project: %n personal column(s). Customers are kept as a keyed code alone.</source>
        <translation>
            <numerusform>Never read into the project: %n personal column. Customers are kept as a keyed code alone.</numerusform>
            <numerusform>Never read into the project: %n personal columns. Customers are kept as a keyed code alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::ReportPage</name>
    <message numerus="yes">
        <source>%n page(s), A4</source>
        <translation>
            <numerusform>%n page, A4</numerusform>
            <numerusform>%n pages, A4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::SettingsPage</name>
    <message numerus="yes">
        <source>Put the single sales older than %n month(s) together?</source>
        <translation>
            <numerusform>Put the single sales older than %n month together?</numerusform>
            <numerusform>Put the single sales older than %n months together?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %n month(s), then daily sums</source>
        <translation>
            <numerusform>for %n month, then daily sums</numerusform>
            <numerusform>for %n months, then daily sums</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::TimeChart</name>
    <message numerus="yes">
        <source>%1: sales from %2 to %3, then a forecast of %n period(s), together about %4.</source>
        <translation>
            <numerusform>%1: sales from %2 to %3, then a forecast of %n period, together about %4.</numerusform>
            <numerusform>%1: sales from %2 to %3, then a forecast of %n periods, together about %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::TrainingPage</name>
    <message numerus="yes">
        <source>%n option(s) changed</source>
        <translation>
            <numerusform>%n option changed</numerusform>
            <numerusform>%n options changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n period(s)</source>
        <translation>
            <numerusform>%n period</numerusform>
            <numerusform>%n periods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::TrustPanel</name>
    <message numerus="yes">
        <source>Tested on %n past forecast(s) of sales it had not seen, %1 missed by %2 of the units sold.</source>
        <translation>
            <numerusform>Tested on %n past forecast of sales it had not seen, %1 missed by %2 of the units sold.</numerusform>
            <numerusform>Tested on %n past forecasts of sales it had not seen, %1 missed by %2 of the units sold.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foresell::WizardNote</name>
    <message numerus="yes">
        <source>%n of the first rows cannot be imported</source>
        <translation>
            <numerusform>%n of the first rows cannot be imported</numerusform>
            <numerusform>%n of the first rows cannot be imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is the first of %n tables in it; all of them are checked and imported alike.</source>
        <translation>
            <numerusform>This is the first of %n table in it; it is checked and imported.</numerusform>
            <numerusform>This is the first of %n tables in it; all of them are checked and imported alike.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The spreadsheet hides %n of its rows</source>
        <translation>
            <numerusform>The spreadsheet hides %n of its rows</numerusform>
            <numerusform>The spreadsheet hides %n of its rows</numerusform>
        </translation>
    </message>
</context>
</TS>
