namespace AddUserToGroup.Local.Lambda;

/// <summary>
/// Runs the function against a Runtime API until it ends or is stopped. When the task ends, the function is gone and has written
/// its last line.
/// </summary>
/// <param name="runtimeApi">Host and port, the value of <c>AWS_LAMBDA_RUNTIME_API</c>.</param>
/// <param name="log">Receives each line that the function writes.</param>
/// <param name="stop">Kills the function.</param>
/// <returns>The exit code.</returns>
internal delegate Task<int> FunctionRunner(string runtimeApi, Action<string> log, CancellationToken stop);
