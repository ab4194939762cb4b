namespace AddUserToGroup.Benchmarks.Reporting;

internal enum Verdict
{
    NotMeasured,
    Missed,
    Met,
}
