using AddUserToGroup.Shared.Contract;
using AddUserToGroup.Shared.Faults;

namespace AddUserToGroup.Tests;

/// <summary>What came of an event that met a fault, and of the two after it on the same function.</summary>
internal sealed record FaultRun(
    FaultCase Fault, int Attempts, string Response, RecordedLine Line, RecordedLine Next, RecordedLine Last);
