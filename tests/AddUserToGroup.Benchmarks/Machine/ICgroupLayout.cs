namespace AddUserToGroup.Benchmarks.Machine;

/// <summary>What differs between the two versions of control groups.</summary>
internal interface ICgroupLayout
{
    /// <summary>The quota that limits nothing.</summary>
    string NoQuota { get; }

    /// <exception cref="IOException">Not possible here.</exception>
    /// <exception cref="UnauthorizedAccessException">Not allowed.</exception>
    void Create();

    /// <summary>Moves the calling thread into the group.</summary>
    void Enter();

    /// <param name="quota">CPU time in each period, in microseconds.</param>
    /// <param name="period">In microseconds.</param>
    void SetQuota(string quota, int period);

    void Remove();
}
