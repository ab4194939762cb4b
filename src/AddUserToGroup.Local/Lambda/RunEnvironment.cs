namespace AddUserToGroup.Local.Lambda;

/// <summary>
/// Runs the function against a Runtime API until it ends by itself or is stopped. When this returns, the function is gone
/// and every line that it wrote has been handed over.
/// </summary>
/// <param name="runtimeApi">Host and port, the value of <c>AWS_LAMBDA_RUNTIME_API</c>.</param>
/// <param name="log">Takes each line that the function writes.</param>
/// <param name="stop">Kills the function.</param>
/// <returns>The exit code.</returns>
internal delegate Task<int> RunEnvironment(string runtimeApi, Action<string> log, CancellationToken stop);
